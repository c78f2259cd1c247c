package io.github.mavenfuzz.probe;

import io.github.mavenfuzz.boot.Counters;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LabelNode;

/**
 * A probe: increments its counter in {@link Counters#HITS}. One node in the tree of a method, eight
 * instructions in the class file; it neither branches nor throws nor changes stack and locals.
 */
final class ProbeNode extends FieldInsnNode {
  /** Stack slots that a probe needs beyond what is there. */
  static final int STACK = 4;

  private final ProbeSequence sequence;
  private final int index;

  ProbeNode(ProbeSequence sequence, int index) {
    super(Opcodes.GETSTATIC, sequence.counters(), "HITS", "[B");
    this.sequence = sequence;
    this.index = index;
  }

  @Override
  public void accept(MethodVisitor method) {
    super.accept(method);
    push(method, sequence.number(index));
    method.visitInsn(Opcodes.DUP2);
    method.visitInsn(Opcodes.BALOAD);
    method.visitInsn(Opcodes.ICONST_1);
    method.visitInsn(Opcodes.IADD);
    method.visitInsn(Opcodes.I2B);
    method.visitInsn(Opcodes.BASTORE);
  }

  private static void push(MethodVisitor method, int number) {
    if (number <= 5) {
      method.visitInsn(Opcodes.ICONST_0 + number);
    } else if (number <= Byte.MAX_VALUE) {
      method.visitIntInsn(Opcodes.BIPUSH, number);
    } else if (number <= Short.MAX_VALUE) {
      method.visitIntInsn(Opcodes.SIPUSH, number);
    } else {
      method.visitLdcInsn(number);
    }
  }

  @Override
  public AbstractInsnNode clone(Map<LabelNode, LabelNode> clonedLabels) {
    return new ProbeNode(sequence, index);
  }
}
