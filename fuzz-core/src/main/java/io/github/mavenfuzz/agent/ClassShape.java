package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.classname.GeneratedNames;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What the code of two classes has in common when only names with numbers and constants differ: a
 * CRC of the methods and their instructions, in order. A class that is made for each input has the
 * input's values in it, and the same branches.
 */
final class ClassShape extends ClassVisitor {
  private static final int PUSH = Opcodes.LDC;

  private final CRC32 crc = new CRC32();

  private ClassShape() {
    super(Opcodes.ASM9);
  }

  static long crc(byte[] classFile) {
    ClassShape shape = new ClassShape();
    new ClassReader(classFile).accept(shape, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return shape.crc.getValue();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String generics, String[] exceptions) {
    add(method);
    add(descriptor);
    return new Code();
  }

  private void add(int number) {
    crc.update(number);
    crc.update(number >>> Byte.SIZE);
  }

  private void add(String text) {
    crc.update(GeneratedNames.family(text).getBytes(StandardCharsets.UTF_8));
  }

  /** Adds the instructions of a method; which constant is pushed, and how, does not count. */
  private final class Code extends MethodVisitor {
    Code() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitInsn(int opcode) {
      boolean constant = opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.DCONST_1;
      add(constant ? PUSH : opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      add(opcode == Opcodes.NEWARRAY ? opcode : PUSH);
    }

    @Override
    public void visitLdcInsn(Object value) {
      add(PUSH);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
      add(opcode);
      add(slot);
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
      add(Opcodes.IINC);
      add(slot);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      add(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      add(opcode);
      add(field);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean ofInterface) {
      add(opcode);
      add(method);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String descriptor, Handle bootstrap, Object... arguments) {
      add(Opcodes.INVOKEDYNAMIC);
      add(method);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      add(opcode);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
      add(Opcodes.TABLESWITCH);
      add(labels.length);
    }

    @Override
    public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
      add(Opcodes.LOOKUPSWITCH);
      add(labels.length);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      add(Opcodes.MULTIANEWARRAY);
    }
  }
}
