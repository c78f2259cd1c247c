package com.example;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class VersionsFuzzTest {
  private final ObjectMapper mapper = new ObjectMapper();

  @FuzzTest
  void seesItsOwn(byte[] json) {
    check(PackageVersion.VERSION.toString(), "2.9.10");
    check(mapper.getClass().getPackageName(), "com.fasterxml.".concat("jackson.databind"));
    check(ClassWriter.class.getPackageName(), "org.".concat("objectweb.asm"));
    String jar = ClassWriter.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    check(jar.substring(jar.lastIndexOf('/') + 1), "asm-9.2.jar");
    use(json);
  }

  private static void check(String seen, String expected) {
    if (!seen.equals(expected)) {
      throw new AssertionError("sees " + seen + " in place of " + expected);
    }
  }

  private void use(byte[] json) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "Empty", null, "java/lang/Object", null);
    writer.toByteArray();
    try {
      mapper.readTree(json);
    } catch (IOException refused) {
      // As documented.
    }
  }
}
