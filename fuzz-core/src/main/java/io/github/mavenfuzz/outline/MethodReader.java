package io.github.mavenfuzz.outline;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes the outline of one method while its bytecode goes by. */
final class MethodReader extends MethodVisitor {
  private final MethodOutline.Key key;
  private final int parameterSlots;
  private final Consumer<MethodOutline> result;
  private final BitSet lines = new BitSet();
  private final Set<MethodOutline.Call> calls = new HashSet<>();
  private boolean hasNoResult = true;
  private boolean writes;

  /** Whether the instruction before has loaded {@code this} or a parameter. */
  private boolean parameterLoaded;

  /**
   * @param result gets the outline in the end
   */
  MethodReader(int api, int access, MethodOutline.Key key, Consumer<MethodOutline> result) {
    super(api);
    this.key = key;
    this.result = result;
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    // The size of `this` is counted for every method.
    this.parameterSlots =
        (Type.getArgumentsAndReturnSizes(key.descriptor()) >> 2) - (isStatic ? 1 : 0);
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    lines.set(line);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    boolean isLoad = opcode <= Opcodes.ALOAD;
    parameterLoaded = isLoad && variable < parameterSlots;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN && !parameterLoaded) {
      hasNoResult = false;
    }
    parameterLoaded = false;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    writes |= opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
    parameterLoaded = false;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    addCall(owner, name, descriptor);
    parameterLoaded = false;
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Handle handle) {
        addCall(handle.getOwner(), handle.getName(), handle.getDesc());
      }
    }
    parameterLoaded = false;
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    // A cast leaves what was loaded what it is.
    parameterLoaded &= opcode == Opcodes.CHECKCAST;
  }

  @Override
  public void visitLdcInsn(Object value) {
    parameterLoaded = false;
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    parameterLoaded = false;
  }

  private void addCall(String owner, String name, String descriptor) {
    if (!name.equals("<init>")) {
      calls.add(
          new MethodOutline.Call(owner.replace('/', '.'), new MethodOutline.Key(name, descriptor)));
    }
  }

  @Override
  public void visitEnd() {
    result.accept(new MethodOutline(key, lines, hasNoResult, writes, Set.copyOf(calls)));
  }
}
