package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.boot.Exits;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes calls that end the JVM, and references to the methods that do, go to {@link Exits}. */
public final class ExitCalls {
  /** Descriptors in {@link Exits}, which takes the object of an instance method first. */
  private static final Map<String, String> REDIRECTED =
      Map.of(
          "java/lang/System.exit(I)V", "(I)V",
          "java/lang/Runtime.exit(I)V", "(Ljava/lang/Runtime;I)V",
          "java/lang/Runtime.halt(I)V", "(Ljava/lang/Runtime;I)V");

  private ExitCalls() {}

  private static final Set<String> OWNERS = Set.of("java/lang/System", "java/lang/Runtime");

  /**
   * Changes a method in place; neither its stack nor its size grow.
   *
   * @param exits the internal name of {@link Exits}, or of what stands for it
   */
  static void redirect(MethodNode method, String exits) {
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof MethodInsnNode call) {
        String descriptor = descriptor(call.owner, call.name, call.desc);
        if (descriptor != null) {
          call.setOpcode(Opcodes.INVOKESTATIC);
          call.owner = exits;
          call.desc = descriptor;
        }
      } else if (node instanceof InvokeDynamicInsnNode dynamic) {
        redirect(dynamic.bsmArgs, exits);
      }
    }
  }

  /** Null if the call is none of the three, as nearly all are. */
  private static String descriptor(String owner, String name, String descriptor) {
    return OWNERS.contains(owner) ? REDIRECTED.get(owner + '.' + name + descriptor) : null;
  }

  private static void redirect(Object[] arguments, String exits) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Handle handle) {
        String descriptor = descriptor(handle.getOwner(), handle.getName(), handle.getDesc());
        if (descriptor != null) {
          arguments[i] =
              new Handle(Opcodes.H_INVOKESTATIC, exits, handle.getName(), descriptor, false);
        }
      }
    }
  }
}
