package io.github.mavenfuzz.argument;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * A class that is written byte by byte, to be put into any package, with {@code static Lookup
 * lookup() { return MethodHandles.lookup(); }}.
 */
final class LookupClass {
  static final String METHOD = "lookup";
  static final MethodType SIGNATURE = MethodType.methodType(Lookup.class);

  private static final int JAVA_17 = 61;
  private static final int CLASS_FLAGS = 0x1030; // final, synthetic
  private static final int STATIC = 0x0008;
  private static final int CODE_LENGTH = 4;
  private static final int INVOKESTATIC = 0xb8;
  private static final int ARETURN = 0xb0;
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD_REF = 10;
  private static final int NAME_AND_TYPE = 12;

  private LookupClass() {}

  /**
   * @param name of the class
   * @return the content of its file
   */
  static byte[] file(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xcafebabe);
      out.writeInt(JAVA_17);
      out.writeShort(12); // constants, and one
      writeUtf8(out, name.replace('.', '/'));
      writeReferences(out, CLASS, 1);
      writeUtf8(out, "java/lang/Object");
      writeReferences(out, CLASS, 3);
      writeUtf8(out, METHOD);
      writeUtf8(out, SIGNATURE.toMethodDescriptorString());
      writeUtf8(out, "java/lang/invoke/MethodHandles");
      writeReferences(out, CLASS, 7);
      writeReferences(out, NAME_AND_TYPE, 5, 6);
      writeReferences(out, METHOD_REF, 8, 9);
      writeUtf8(out, "Code");
      writeShorts(out, CLASS_FLAGS, 2, 4, 0, 0, 1); // no interfaces or fields, one method
      writeShorts(out, STATIC, 5, 6, 1, 11);
      out.writeInt(12 + CODE_LENGTH);
      writeShorts(out, 1, 0); // stack, locals
      out.writeInt(CODE_LENGTH);
      out.writeByte(INVOKESTATIC);
      out.writeShort(10);
      out.writeByte(ARETURN);
      writeShorts(out, 0, 0, 0); // no handlers, and no attributes of code and class
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  private static void writeUtf8(DataOutputStream out, String text) throws IOException {
    out.writeByte(UTF8);
    out.writeUTF(text);
  }

  private static void writeReferences(DataOutputStream out, int tag, int... constants)
      throws IOException {
    out.writeByte(tag);
    writeShorts(out, constants);
  }

  private static void writeShorts(DataOutputStream out, int... values) throws IOException {
    for (int value : values) {
      out.writeShort(value);
    }
  }
}
