package io.github.mavenfuzz.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Facts about single instructions that jump. */
final class Branches {
  private Branches() {}

  static boolean isConditionalJump(AbstractInsnNode node) {
    return node instanceof JumpInsnNode
        && node.getOpcode() != Opcodes.GOTO
        && node.getOpcode() != Opcodes.JSR;
  }

  static boolean isSwitch(AbstractInsnNode node) {
    return node instanceof TableSwitchInsnNode || node instanceof LookupSwitchInsnNode;
  }

  /** Whether control never goes on to the next instruction. */
  static boolean endsBlock(AbstractInsnNode node) {
    return switch (node.getOpcode()) {
      case Opcodes.GOTO,
          Opcodes.RET,
          Opcodes.TABLESWITCH,
          Opcodes.LOOKUPSWITCH,
          Opcodes.IRETURN,
          Opcodes.LRETURN,
          Opcodes.FRETURN,
          Opcodes.DRETURN,
          Opcodes.ARETURN,
          Opcodes.RETURN,
          Opcodes.ATHROW ->
          true;
      default -> false;
    };
  }

  /** The labels that a jump or a switch leads to, some possibly twice; none for other nodes. */
  static List<LabelNode> labels(AbstractInsnNode node) {
    if (node instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    }
    if (!isSwitch(node)) {
      return List.of();
    }
    List<LabelNode> labels = new ArrayList<>();
    if (node instanceof TableSwitchInsnNode table) {
      labels.add(table.dflt);
      labels.addAll(table.labels);
    } else if (node instanceof LookupSwitchInsnNode lookup) {
      labels.add(lookup.dflt);
      labels.addAll(lookup.labels);
    }
    return labels;
  }

  static void replaceLabels(AbstractInsnNode switchNode, UnaryOperator<LabelNode> replacement) {
    if (switchNode instanceof TableSwitchInsnNode table) {
      table.dflt = replacement.apply(table.dflt);
      table.labels.replaceAll(replacement);
    } else if (switchNode instanceof LookupSwitchInsnNode lookup) {
      lookup.dflt = replacement.apply(lookup.dflt);
      lookup.labels.replaceAll(replacement);
    }
  }

  /** How many values of one slot each a conditional jump or a switch takes from the stack. */
  static int operands(AbstractInsnNode node) {
    int opcode = node.getOpcode();
    return opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE ? 2 : 1;
  }

  /** The opcode of the conditional jump that is taken exactly when another one is not. */
  static int inverse(int opcode) {
    return switch (opcode) {
      case Opcodes.IFEQ -> Opcodes.IFNE;
      case Opcodes.IFNE -> Opcodes.IFEQ;
      case Opcodes.IFLT -> Opcodes.IFGE;
      case Opcodes.IFGE -> Opcodes.IFLT;
      case Opcodes.IFGT -> Opcodes.IFLE;
      case Opcodes.IFLE -> Opcodes.IFGT;
      case Opcodes.IF_ICMPEQ -> Opcodes.IF_ICMPNE;
      case Opcodes.IF_ICMPNE -> Opcodes.IF_ICMPEQ;
      case Opcodes.IF_ICMPLT -> Opcodes.IF_ICMPGE;
      case Opcodes.IF_ICMPGE -> Opcodes.IF_ICMPLT;
      case Opcodes.IF_ICMPGT -> Opcodes.IF_ICMPLE;
      case Opcodes.IF_ICMPLE -> Opcodes.IF_ICMPGT;
      case Opcodes.IF_ACMPEQ -> Opcodes.IF_ACMPNE;
      case Opcodes.IF_ACMPNE -> Opcodes.IF_ACMPEQ;
      case Opcodes.IFNULL -> Opcodes.IFNONNULL;
      case Opcodes.IFNONNULL -> Opcodes.IFNULL;
      default -> throw new IllegalArgumentException("no conditional jump: " + opcode);
    };
  }
}
