package io.github.mavenfuzz.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Inserts probes into the tree of one method: at its entry, where exception handlers start, and on
 * each edge out of a conditional jump or a switch. An edge whose target has no other way in gets
 * its probe there; any other gets a detour of its own, with the frame that the verifier wants.
 */
final class MethodProbes {
  private final MethodNode method;
  private final InsnList code;
  private final ProbeSequence sequence;
  private final ControlFlow flow;

  /** Whether the method has stack map frames; code of old class files has none and needs none. */
  private final boolean framed;

  /** The states at the edges that get detours; empty when the method has no frames. */
  private final Map<AbstractInsnNode, FrameState> states;

  /**
   * @param className the internal name
   * @param sequence gives out the class's probes
   */
  MethodProbes(String className, MethodNode method, ProbeSequence sequence) {
    this.method = method;
    this.code = method.instructions;
    this.sequence = sequence;
    this.flow = ControlFlow.of(method);
    this.framed = hasFrames(code);
    this.states = framed ? FrameStates.after(detoured(), className, method) : Map.of();
  }

  private static boolean hasFrames(InsnList code) {
    for (AbstractInsnNode node : code) {
      if (node instanceof FrameNode) {
        return true;
      }
    }
    return false;
  }

  /** The branches of which at least one edge gets a detour. */
  private Set<AbstractInsnNode> detoured() {
    Set<AbstractInsnNode> branches = new HashSet<>();
    for (AbstractInsnNode node : code) {
      if ((Branches.isConditionalJump(node) || Branches.isSwitch(node))
          && flow.hasSharedTarget(node)) {
        branches.add(node);
      }
    }
    return branches;
  }

  /** Inserts the probes, always in the same order. */
  void insert() {
    AbstractInsnNode[] nodes = code.toArray();
    probeEntry();
    for (AbstractInsnNode node : nodes) {
      if (flow.isHandler(node)) {
        probeBefore(node);
      }
      if (Branches.isConditionalJump(node)) {
        probeJump((JumpInsnNode) node);
      } else if (Branches.isSwitch(node)) {
        probeSwitch(node);
      }
    }
    method.maxStack += ProbeNode.STACK;
  }

  /**
   * The probe of the entry, before all labels, since a label may be the start of a loop. It belongs
   * to the first line: otherwise a stack overflow on entry would have a frame without a line. It
   * belongs to the scope of the parameters: otherwise a debugger that stops there would not show
   * them.
   */
  private void probeEntry() {
    LabelNode start = new LabelNode();
    InsnList entry = new InsnList();
    entry.add(start);
    boolean hasLine = false;
    for (var node = code.getFirst(); node.getOpcode() < 0; node = node.getNext()) {
      if (node instanceof LineNumberNode first && !hasLine) {
        entry.add(new LineNumberNode(first.line, start));
        hasLine = true;
      } else if (node instanceof LabelNode label) {
        extendScopes(label, start);
      }
    }
    entry.add(sequence.next());
    code.insert(entry);
  }

  private void extendScopes(LabelNode from, LabelNode start) {
    if (method.localVariables != null) {
      for (LocalVariableNode variable : method.localVariables) {
        variable.start = variable.start == from ? start : variable.start;
      }
    }
  }

  /** Probes after the labels and the frame of an instruction: inside its try blocks, if any. */
  private void probeBefore(AbstractInsnNode instruction) {
    boolean ownLabel = framed && instruction.getOpcode() == Opcodes.NEW;
    code.insertBefore(ownLabel ? instruction.getPrevious() : instruction, sequence.next());
  }

  private void probeJump(JumpInsnNode jump) {
    InsnList after = new InsnList();
    AbstractInsnNode target = flow.at(jump.label);
    if (flow.hasOneEntry(target)) {
      probeBefore(target);
    } else if (canDetour(jump)) {
      LabelNode onward = new LabelNode();
      after.add(sequence.next());
      after.add(new JumpInsnNode(Opcodes.GOTO, jump.label));
      after.add(onward);
      addFrame(after, jump);
      jump.setOpcode(Branches.inverse(jump.getOpcode()));
      jump.label = onward;
    }
    after.add(sequence.next());
    code.insert(jump, after);
  }

  private void probeSwitch(AbstractInsnNode node) {
    InsnList after = new InsnList();
    Map<AbstractInsnNode, LabelNode> entrances = new HashMap<>();
    for (LabelNode label : Branches.labels(node)) {
      entrances.computeIfAbsent(flow.at(label), target -> probeCase(node, label, after));
    }
    Branches.replaceLabels(node, label -> entrances.get(flow.at(label)));
    code.insert(node, after);
  }

  /**
   * @param after what is to be inserted after the switch; gets the detour, if there is one
   * @return where the switch is to jump instead of to {@code label}
   */
  private LabelNode probeCase(AbstractInsnNode node, LabelNode label, InsnList after) {
    AbstractInsnNode target = flow.at(label);
    if (flow.hasOneEntry(target)) {
      probeBefore(target);
      return label;
    }
    if (!canDetour(node)) {
      return label;
    }
    LabelNode detour = new LabelNode();
    after.add(detour);
    addFrame(after, node);
    after.add(sequence.next());
    after.add(new JumpInsnNode(Opcodes.GOTO, label));
    return detour;
  }

  /** Whether the state at a branch is known, if needed; it is not in code that is never reached. */
  private boolean canDetour(AbstractInsnNode branch) {
    return !framed || states.containsKey(branch);
  }

  private void addFrame(InsnList list, AbstractInsnNode branch) {
    if (framed) {
      list.add(states.get(branch).toNode());
    }
  }
}
