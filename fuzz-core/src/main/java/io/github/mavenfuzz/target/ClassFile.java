package io.github.mavenfuzz.target;

import java.nio.ByteBuffer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Parses class files, of which anything may be wrong. */
final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;

  private ClassFile() {}

  /** A look at a part of a class that ASM does not check, which fails when it is corrupt. */
  interface Check {
    void look(ClassNode node);
  }

  /**
   * @param options as {@link ClassReader} has them
   * @throws CorruptClassException when the bytes are no class file or one of a future version
   */
  static ClassNode parse(byte[] bytes, int options, Check check) throws CorruptClassException {
    if (bytes.length < Integer.BYTES || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
      throw new CorruptClassException("is not a class file", null);
    }
    try {
      ClassNode node = new ClassNode();
      new ClassReader(bytes).accept(node, options);
      check.look(node);
      return node;
    } catch (RuntimeException e) {
      throw String.valueOf(e.getMessage()).startsWith("Unsupported class file")
          ? new CorruptClassException("is of a Java version that the fuzzer does not know yet", e)
          : new CorruptClassException("is corrupt", e);
    }
  }
}
