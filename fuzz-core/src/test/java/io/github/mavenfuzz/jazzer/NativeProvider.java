package io.github.mavenfuzz.jazzer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.driver.FuzzedDataProviderImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Jazzer's own data provider. It needs classes from a jar inside Jazzer's jar, which Jazzer's agent
 * would put on the boot class path; here they and the provider get a class loader of their own,
 * which has only Jazzer's API in common with the tests.
 */
final class NativeProvider implements AutoCloseable {
  private static final String BOOTSTRAP_JAR =
      "com/code_intelligence/jazzer/runtime/jazzer_bootstrap.jar";

  private final URLClassLoader classes;
  private final MethodHandle factory;

  /**
   * @param directory gets a copy of the inner jar
   */
  NativeProvider(Path directory) throws ReflectiveOperationException, IOException {
    Path bootstrap = directory.resolve("jazzer_bootstrap.jar");
    try (InputStream inner =
        FuzzedDataProviderImpl.class.getClassLoader().getResourceAsStream(BOOTSTRAP_JAR)) {
      Files.copy(inner, bootstrap, StandardCopyOption.REPLACE_EXISTING);
    }
    URL jazzer = FuzzedDataProviderImpl.class.getProtectionDomain().getCodeSource().getLocation();
    classes = new URLClassLoader(new URL[] {jazzer, bootstrap.toUri().toURL()}, new ApiLoader());
    Class<?> provider = classes.loadClass(FuzzedDataProviderImpl.class.getName());
    factory =
        MethodHandles.publicLookup()
            .findStatic(provider, "withJavaData", MethodType.methodType(provider, byte[].class))
            .asType(MethodType.methodType(FuzzedDataProvider.class, byte[].class));
  }

  /** A provider that is to be closed after use: it copies the bytes to native memory. */
  FuzzedDataProvider of(byte[] data) {
    try {
      return (FuzzedDataProvider) factory.invokeExact(data);
    } catch (Throwable e) {
      throw new AssertionError("Jazzer's provider cannot be made", e);
    }
  }

  @Override
  public void close() {
    try {
      classes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the tests' classes of Jazzer's API, and no others but the JDK's. */
  private static final class ApiLoader extends ClassLoader {
    private static final String API = FuzzedDataProvider.class.getPackageName() + '.';

    ApiLoader() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(API)) {
        return FuzzedDataProvider.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
