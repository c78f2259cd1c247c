package io.github.mavenfuzz.agent;

import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives calls of those helpers of Jazzer's API that take no id one of their own: they become calls
 * of the helper of the same name that takes one. The id depends on nothing but where the call
 * stands in which class, so that it is the same in every worker.
 */
public final class JazzerCallSites {
  /** As many counters as the helper itself names as its default. */
  private static final int DEFAULT_LEVELS = 1024;

  private static final String WITHOUT_LEVELS = "(JJJ)V";

  /** Descriptors without id, and those with id. */
  private static final Map<String, String> WITH_ID =
      Map.of(
          "exploreState(B)V", "(BI)V",
          "maximize(JJJ)V", "(JJJII)V",
          "maximize(JJJI)V", "(JJJII)V",
          "minimize(JJJ)V", "(JJJII)V",
          "minimize(JJJI)V", "(JJJII)V");

  private JazzerCallSites() {}

  /**
   * Changes a method in place.
   *
   * @param className the internal name of its class
   */
  static void identify(String className, MethodNode method) {
    int calls = 0;
    for (AbstractInsnNode node : method.instructions.toArray()) {
      if (node.getOpcode() == Opcodes.INVOKESTATIC
          && node instanceof MethodInsnNode call
          && call.owner.equals(JazzerApiTransformer.JAZZER)) {
        String withId = WITH_ID.get(call.name + call.desc);
        if (withId != null) {
          String place = className + '.' + method.name + method.desc + calls++;
          identify(method.instructions, call, place.hashCode());
          call.desc = withId;
        }
      }
    }
    method.maxStack += calls == 0 ? 0 : 2;
  }

  private static void identify(InsnList code, MethodInsnNode call, int id) {
    if (call.desc.equals(WITHOUT_LEVELS)) {
      code.insertBefore(call, new LdcInsnNode(DEFAULT_LEVELS));
    }
    code.insertBefore(call, new LdcInsnNode(id));
  }
}
