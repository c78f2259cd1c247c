package io.github.mavenfuzz.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The edges between the instructions of a method, as they are before probes are inserted. */
public final class ControlFlow {
  private final Map<LabelNode, AbstractInsnNode> atLabel = new HashMap<>();
  private final Set<AbstractInsnNode> handlers = new HashSet<>();

  /** For each instruction that is jumped to: the edges into it, however control gets there. */
  private final Map<AbstractInsnNode, Integer> entries = new HashMap<>();

  private ControlFlow() {}

  static ControlFlow of(MethodNode method) {
    ControlFlow flow = new ControlFlow();
    flow.findLabels(method);
    flow.addHandlers(method);
    flow.addJumps(method);
    flow.addFallThrough(method);
    return flow;
  }

  private void findLabels(MethodNode method) {
    AbstractInsnNode next = null;
    for (var node = method.instructions.getLast(); node != null; node = node.getPrevious()) {
      if (node.getOpcode() >= 0) {
        next = node;
      } else if (node instanceof LabelNode label) {
        atLabel.put(label, next);
      }
    }
  }

  private void addHandlers(MethodNode method) {
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      handlers.add(at(block.handler));
    }
    handlers.forEach(this::addEntry);
  }

  private void addJumps(MethodNode method) {
    for (AbstractInsnNode node : method.instructions) {
      targets(node).forEach(this::addEntry);
    }
  }

  private void addFallThrough(MethodNode method) {
    boolean fallsInto = true; // the first instruction is reached by calling the method
    for (AbstractInsnNode node : method.instructions) {
      if (node.getOpcode() >= 0) {
        if (fallsInto && entries.containsKey(node)) {
          addEntry(node);
        }
        fallsInto = !Branches.endsBlock(node);
      }
    }
  }

  private void addEntry(AbstractInsnNode target) {
    entries.merge(target, 1, Integer::sum);
  }

  /** Whether an exception handler starts at an instruction. */
  boolean isHandler(AbstractInsnNode node) {
    return handlers.contains(node);
  }

  /** The instruction that a label stands before. */
  AbstractInsnNode at(LabelNode label) {
    return atLabel.get(label);
  }

  /** The different instructions that a jump or a switch leads to; none for other nodes. */
  Set<AbstractInsnNode> targets(AbstractInsnNode node) {
    List<LabelNode> labels = Branches.labels(node);
    if (labels.isEmpty()) {
      return Set.of();
    }
    Set<AbstractInsnNode> targets = new LinkedHashSet<>();
    for (LabelNode label : labels) {
      targets.add(at(label));
    }
    return targets;
  }

  /** Whether control gets to the target of a jump or a switch along that one edge only. */
  boolean hasOneEntry(AbstractInsnNode target) {
    return entries.get(target) == 1;
  }

  /** Whether some target of a conditional jump or a switch can be reached in other ways too. */
  boolean hasSharedTarget(AbstractInsnNode branch) {
    for (AbstractInsnNode target : targets(branch)) {
      if (!hasOneEntry(target)) {
        return true;
      }
    }
    return false;
  }
}
