package io.github.mavenfuzz.probe;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;

/**
 * The verification types of locals and stack at a point of a method, as a stack map frame writes
 * them: a type of two slots once, an uninitialised object as the label of its {@code new}.
 */
record FrameState(List<Object> locals, List<Object> stack) {

  /** A new node, since a node belongs to one place of one method. */
  FrameNode toNode() {
    return new FrameNode(
        Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
  }
}
