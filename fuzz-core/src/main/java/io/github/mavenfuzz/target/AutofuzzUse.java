package io.github.mavenfuzz.target;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Knows which methods of a class use Jazzer's Autofuzz, themselves or by others of the class. */
final class AutofuzzUse {
  private static final String AUTOFUZZ = "com/code_intelligence/jazzer/api/Autofuzz";

  private final ParsedClass type;
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> left = new ArrayDeque<>();
  private boolean found;

  private AutofuzzUse(ParsedClass type) {
    this.type = type;
  }

  static boolean isIn(ParsedClass type, MethodNode method) {
    return type.refersTo(AUTOFUZZ) && new AutofuzzUse(type).follow(method);
  }

  private boolean follow(MethodNode first) {
    call(type.internalName(), first.name, first.desc);
    while (!found && !left.isEmpty()) {
      String next = left.pop();
      type.wholeMethods().stream().filter(m -> next.equals(m.name + m.desc)).forEach(this::look);
    }
    return found;
  }

  private void look(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call) {
        call(call.owner, call.name, call.desc);
      } else if (instruction instanceof InvokeDynamicInsnNode lambda) {
        for (Object argument : lambda.bsmArgs) {
          if (argument instanceof Handle handle) {
            call(handle.getOwner(), handle.getName(), handle.getDesc());
          }
        }
      }
    }
  }

  private void call(String owner, String name, String descriptor) {
    found |= owner.equals(AUTOFUZZ);
    if (owner.equals(type.internalName()) && seen.add(name + descriptor)) {
      left.push(name + descriptor);
    }
  }
}
