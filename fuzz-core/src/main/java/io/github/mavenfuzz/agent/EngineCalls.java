package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.boot.StackTraces;
import io.github.mavenfuzz.probe.CodeChanges;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes the code of a class call the engine where the engine has to know: when it exits, when it
 * asks Jazzer's API for guidance, and when a class is initialised.
 *
 * @param callees what the class can refer to
 */
record EngineCalls(Callees callees) implements CodeChanges {
  /** The calls of a class that sees all classes of the engine. */
  static final EngineCalls DIRECT = new EngineCalls(Callees.DIRECT);

  /** Stack slots that it takes to change a switch. */
  private static final int SWITCH_STACK = 3;

  @Override
  public String counters() {
    return callees.counters();
  }

  @Override
  public void inMethod(MethodNode method) {
    ExitCalls.redirect(method, callees.exits());
  }

  /**
   * Lets the run that initialises the class record stack traces from there on. What an initialiser
   * throws is kept by the JVM, and what it makes may be kept in a static field: both would lack
   * their stacks in every later run.
   */
  @Override
  public boolean inInitialiser(MethodNode method) {
    InsnList keep = new InsnList();
    keep.add(new FieldInsnNode(Opcodes.GETSTATIC, callees.stackTraces(), "SWITCHES", "[Z"));
    keep.add(new InsnNode(Opcodes.ICONST_0 + StackTraces.OMITTED));
    keep.add(new InsnNode(Opcodes.ICONST_0));
    keep.add(new InsnNode(Opcodes.BASTORE));
    method.instructions.insert(keep);
    method.maxStack = Math.max(SWITCH_STACK, method.maxStack);
    return true;
  }

  @Override
  public void inProbedMethod(String className, MethodNode method) {
    JazzerCallSites.identify(className, method);
  }
}
