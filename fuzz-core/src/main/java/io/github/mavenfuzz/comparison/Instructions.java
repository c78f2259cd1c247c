package io.github.mavenfuzz.comparison;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Facts about instructions and those before them, as far as they follow from the next few. */
final class Instructions {
  private Instructions() {}

  /** The instruction before one, labels, lines and frames left out; null for the first. */
  static AbstractInsnNode before(AbstractInsnNode node) {
    AbstractInsnNode before = node == null ? null : node.getPrevious();
    while (before != null && before.getOpcode() < 0) {
      before = before.getPrevious();
    }
    return before;
  }

  /** The instruction after one; null for the last. */
  static AbstractInsnNode after(AbstractInsnNode node) {
    AbstractInsnNode after = node.getNext();
    while (after != null && after.getOpcode() < 0) {
      after = after.getNext();
    }
    return after;
  }

  static boolean isConstant(AbstractInsnNode node) {
    if (node == null) {
      return false;
    }
    int opcode = node.getOpcode();
    return opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.LDC;
  }

  /** Whether an instruction pushes a constant or a variable, and takes nothing. */
  static boolean isSimplePush(AbstractInsnNode node) {
    return isConstant(node)
        || node != null
            && (node.getOpcode() >= Opcodes.ILOAD && node.getOpcode() <= Opcodes.ALOAD
                || node.getOpcode() == Opcodes.GETSTATIC);
  }

  /** Which of the two operands that an instruction takes last is a constant. */
  static Site.Constant constant(AbstractInsnNode node) {
    AbstractInsnNode last = before(node);
    if (isConstant(last)) {
      return Site.Constant.RIGHT;
    }
    return isSimplePush(last) && isConstant(before(last)) ? Site.Constant.LEFT : Site.Constant.NONE;
  }

  /** Whether an instruction leaves a boolean, or what a comparison has come to. */
  static boolean isVerdict(AbstractInsnNode node) {
    if (node == null) {
      return false;
    }
    if (node instanceof MethodInsnNode call) {
      return call.desc.endsWith(")Z") || call.name.startsWith("compare");
    }
    int opcode = node.getOpcode();
    return opcode == Opcodes.INSTANCEOF || opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG;
  }

  /** The line that an instruction is part of; 0 when that is not known. */
  static int line(AbstractInsnNode node) {
    AbstractInsnNode before = node;
    while (before != null && !(before instanceof LineNumberNode)) {
      before = before.getPrevious();
    }
    return before instanceof LineNumberNode line ? line.line : 0;
  }
}
