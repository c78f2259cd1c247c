package io.github.mavenfuzz.target;

import java.nio.ByteBuffer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Parses class files, of which anything may be wrong. */
final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;

  /** The tag of a reference to a class in a constant pool (JVMS 4.4.1). */
  private static final int CONSTANT_CLASS = 7;

  private ClassFile() {}

  /**
   * @param options as {@link ClassReader} has them
   * @throws CorruptClassException when the bytes are no class file or one of a future version
   */
  static ClassNode parse(byte[] bytes, int options) throws CorruptClassException {
    if (bytes.length < Integer.BYTES || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
      throw new CorruptClassException("is not a class file", null);
    }
    try {
      ClassNode node = new ClassNode();
      new ClassReader(bytes).accept(node, options);
      return node;
    } catch (OutOfMemoryError | StackOverflowError e) { // sizes and depths that a corrupt file says
      throw new CorruptClassException("is corrupt", e);
    } catch (RuntimeException e) {
      throw String.valueOf(e.getMessage()).startsWith("Unsupported class file")
          ? new CorruptClassException("is of a Java version that the fuzzer does not know yet", e)
          : new CorruptClassException("is corrupt", e);
    }
  }

  /**
   * Whether the code of a class refers to another one: then that has an entry in its constant pool.
   * An entry that no code uses may be corrupt, which the JVM that loads the class will tell.
   *
   * @param bytes of a class file that was parsed before
   * @param name internal
   */
  static boolean refersTo(byte[] bytes, String name) {
    ClassReader reader = new ClassReader(bytes);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      // 0 for the second half of an entry that takes up two.
      if (item > 0
          && reader.readByte(item - 1) == CONSTANT_CLASS
          && name.equals(nameOf(reader, item, buffer))) {
        return true;
      }
    }
    return false;
  }

  /** Returns null when there is none. */
  private static String nameOf(ClassReader reader, int item, char[] buffer) {
    try {
      return reader.readUTF8(item, buffer);
    } catch (RuntimeException corrupt) {
      return null;
    }
  }
}
