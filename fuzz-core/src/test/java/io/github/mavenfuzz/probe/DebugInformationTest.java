package io.github.mavenfuzz.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.Text;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** What a debugger needs, when it stops at the first line of a method. */
class DebugInformationTest {

  @Test
  void parametersAreInScopeFromTheFirstInstructionOn() throws Exception {
    for (MethodNode method : probedMethods()) {
      for (LocalVariableNode variable : parameters(method)) {
        assertThat(instructionsBefore(variable.start))
            .as("%s of %s", variable.name, method.name)
            .isZero();
      }
    }
  }

  @Test
  void theFirstInstructionBelongsToALine() throws Exception {
    for (MethodNode method : probedMethods()) {
      AbstractInsnNode node = method.instructions.getFirst();
      while (node.getOpcode() < 0 && !(node instanceof LineNumberNode)) {
        node = node.getNext();
      }
      assertThat(node).as(method.name).isInstanceOf(LineNumberNode.class);
    }
  }

  private static List<MethodNode> probedMethods() throws Exception {
    String name = '/' + Text.class.getName().replace('.', '/') + ".class";
    try (InputStream in = Text.class.getResourceAsStream(name)) {
      ClassNode node = new ClassNode();
      new ClassReader(ProbeInserter.insert(in.readAllBytes(), new NoChanges(), count -> 0))
          .accept(node, 0);
      List<MethodNode> methods =
          node.methods.stream()
              .filter(m -> m.instructions.size() > 0 && (m.access & Opcodes.ACC_SYNTHETIC) == 0)
              .filter(m -> !m.name.startsWith("<"))
              .toList();
      assertThat(methods).hasSizeGreaterThan(3);
      return methods;
    }
  }

  private static List<LocalVariableNode> parameters(MethodNode method) {
    int slots = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
    int own = (method.access & Opcodes.ACC_STATIC) != 0 ? slots - 1 : slots;
    return method.localVariables.stream().filter(v -> v.index < own).toList();
  }

  private static int instructionsBefore(AbstractInsnNode node) {
    int count = 0;
    for (AbstractInsnNode n = node; n != null; n = n.getPrevious()) {
      count += n.getOpcode() >= 0 ? 1 : 0;
    }
    return count;
  }
}
