package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.probe.CodeChanges;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/**
 * Changes the classes of the target and its libraries, on whichever thread loads them, and leaves
 * those of the JDK alone.
 */
abstract class TargetTransformer implements ClassFileTransformer {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  /**
   * A class file to be instrumented before any other, which loads and initialises the classes that
   * instrumentation uses. A target may load a class when its stack is all but full, and a class of
   * the engine whose initialiser overflows then could never be used again.
   *
   * @throws IOException when the engine's own class cannot be read
   */
  static byte[] sample() throws IOException {
    try (InputStream in = CodeChanges.class.getResourceAsStream("MethodProbes.class")) {
      return in.readAllBytes();
    }
  }

  /** Classes of the JDK are told by their modules, as the class path's loader loads some. */
  @Override
  public final byte[] transform(
      Module module,
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    return isJdk(module) ? null : transform(loader, internalName, redefined, domain, classFile);
  }

  /** Throws nothing. */
  @Override
  public abstract byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile);

  private static boolean isJdk(Module module) {
    String name = module.getName();
    return name != null && (name.startsWith("java.") || name.startsWith("jdk."));
  }

  /**
   * Whether a class is of the JDK, or hidden.
   *
   * @param internalName null for a hidden class
   */
  static boolean isLeftAlone(ClassLoader loader, String internalName) {
    return loader == PLATFORM || internalName == null;
  }
}
