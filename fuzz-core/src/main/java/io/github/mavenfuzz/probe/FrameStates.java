package io.github.mavenfuzz.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the frames that hold after branches of a method, from the frames that the method has: it
 * merges nothing, and so need not know how classes are related.
 */
final class FrameStates {
  private final InsnList code;

  /** From each label before a {@code new} to the label that is used in frames for that. */
  private final Map<LabelNode, LabelNode> newLabels = new HashMap<>();

  private FrameStates(InsnList code) {
    this.code = code;
  }

  /**
   * Computes states, and gives each {@code new} a label of its own directly before it, to which
   * frames then refer, so that a probe fits in between the other labels and the instruction.
   *
   * @param branches conditional jumps and switches
   * @return the state after each took its operands, without those that are never reached
   */
  static Map<AbstractInsnNode, FrameState> after(
      Set<AbstractInsnNode> branches, String className, MethodNode method) {
    FrameStates states = new FrameStates(method.instructions);
    states.separateNewLabels();
    return branches.isEmpty()
        ? Map.of()
        : states.analyze(
            new AnalyzerAdapter(className, method.access, method.name, method.desc, null),
            branches);
  }

  private void separateNewLabels() {
    for (AbstractInsnNode node : code.toArray()) {
      if (node.getOpcode() == Opcodes.NEW) {
        LabelNode own = new LabelNode();
        code.insertBefore(node, own);
        for (var before = (AbstractInsnNode) own;
            before != null && before.getOpcode() < 0;
            before = before.getPrevious()) {
          if (before instanceof LabelNode label) {
            newLabels.put(label, own);
          }
        }
      }
    }
    for (AbstractInsnNode node : code) {
      if (node instanceof FrameNode frame) {
        frame.local.replaceAll(this::separated);
        frame.stack.replaceAll(this::separated);
      }
    }
  }

  private Object separated(Object type) {
    return type instanceof LabelNode label ? newLabels.getOrDefault(label, label) : type;
  }

  private Map<AbstractInsnNode, FrameState> analyze(
      AnalyzerAdapter analyzer, Set<AbstractInsnNode> branches) {
    Map<Object, LabelNode> nodes = new HashMap<>();
    newLabels.forEach((label, own) -> nodes.put(label.getLabel(), own));
    Map<AbstractInsnNode, FrameState> states = new HashMap<>();
    for (AbstractInsnNode node : code) {
      if (analyzer.locals != null && branches.contains(node)) {
        int depth = analyzer.stack.size() - Branches.operands(node);
        states.put(
            node,
            new FrameState(
                reduce(analyzer.locals, nodes), reduce(analyzer.stack.subList(0, depth), nodes)));
      }
      node.accept(analyzer);
    }
    return states;
  }

  private static List<Object> reduce(List<Object> slots, Map<Object, LabelNode> nodes) {
    List<Object> types = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Object type = slots.get(i);
      types.add(type instanceof Label ? nodes.get(type) : type);
      if (type == Opcodes.LONG || type == Opcodes.DOUBLE) {
        i++;
      }
    }
    return types;
  }
}
