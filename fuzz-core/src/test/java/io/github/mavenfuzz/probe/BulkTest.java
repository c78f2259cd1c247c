package io.github.mavenfuzz.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.ArchConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.ClassNode;

/** Every class of some large jars, with probes, before the JVM's verifier. */
class BulkTest {

  /** Defines the classes of a jar with probes; others come from the tests' loader. */
  private static final class JarLoader extends ClassLoader {
    final Map<String, byte[]> classFiles;

    JarLoader(Map<String, byte[]> classFiles) {
      super(BulkTest.class.getClassLoader());
      this.classFiles = classFiles;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] classFile = classFiles.get(name);
      if (classFile == null || findLoadedClass(name) != null) {
        return super.loadClass(name, resolve);
      }
      return defineClass(name, classFile, 0, classFile.length);
    }

    /**
     * Lets the JVM verify a class, without initialising it.
     *
     * @return false when the class needs another that is not on the class path
     */
    boolean link(String name) {
      try {
        return loadClass(name).getDeclaredMethods() != null; // the JVM links before it answers
      } catch (ClassNotFoundException | NoClassDefFoundError e) {
        return false;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ClassReader.class,
        ClassNode.class,
        AnalyzerAdapter.class,
        JsonParser.class,
        ObjectMapper.class,
        Test.class,
        ParameterizedTest.class,
        ArchConfiguration.class,
        Assertions.class
      })
  void probedClassesPassTheVerifier(Class<?> inJar) throws Exception {
    Map<String, byte[]> probed = new HashMap<>();
    for (Map.Entry<String, byte[]> entry : classesBeside(inJar).entrySet()) {
      byte[] classFile =
          ProbeInserter.insert(entry.getValue(), new NoChanges(), count -> probed.size() * 1000);
      probed.put(entry.getKey(), classFile == null ? entry.getValue() : classFile);
    }
    JarLoader loader = new JarLoader(probed);

    List<String> unlinked = probed.keySet().stream().filter(name -> !loader.link(name)).toList();

    assertThat(probed).hasSizeGreaterThan(10);
    assertThat(unlinked).hasSizeLessThan(probed.size() / 10);
  }

  @Test
  void theVerifierIsAtWork() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "Broken", null, "java/lang/Object", null);
    var method = writer.visitMethod(Opcodes.ACC_STATIC, "broken", "()V", null, null);
    method.visitInsn(Opcodes.IADD);
    method.visitMaxs(9, 9);
    JarLoader loader = new JarLoader(Map.of("Broken", writer.toByteArray()));

    assertThatExceptionOfType(VerifyError.class).isThrownBy(() -> loader.link("Broken"));
  }

  @ParameterizedTest
  @ValueSource(classes = {ClassReader.class, JsonParser.class, ObjectMapper.class})
  void probedClassesPassTheChecksOfAsm(Class<?> inJar) throws Exception {
    for (byte[] original : classesBeside(inJar).values()) {
      byte[] probed = ProbeInserter.insert(original, new NoChanges(), count -> 100_000);
      if (probed != null) {
        ProbedLoader.check(probed, BulkTest.class.getClassLoader());
      }
    }
  }

  private static Map<String, byte[]> classesBeside(Class<?> type)
      throws IOException, URISyntaxException {
    Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, byte[]> classFiles = new HashMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(".class")
            && !name.startsWith("META-INF")
            && !name.endsWith("-info.class")) {
          try (InputStream in = file.getInputStream(entry)) {
            classFiles.put(
                name.substring(0, name.length() - ".class".length()).replace('/', '.'),
                in.readAllBytes());
          }
        }
      }
    }
    return classFiles;
  }
}
