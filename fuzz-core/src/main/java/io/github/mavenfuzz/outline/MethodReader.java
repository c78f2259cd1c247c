package io.github.mavenfuzz.outline;

import io.github.mavenfuzz.outline.MethodOutline.Trait;
import java.util.BitSet;
import java.util.EnumSet;
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
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  private final Set<String> made = new HashSet<>();
  private final Set<MethodOutline.Call> calls = new HashSet<>();
  private final Set<Label> passed = new HashSet<>();
  private int firstLine = MethodOutline.NO_LINE;

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
  public void visitCode() {
    traits.add(Trait.HAS_CODE);
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    lines.set(line);
    boolean isFirst = firstLine < 0 || line < firstLine && !key.name().equals("<init>");
    firstLine = isFirst ? line : firstLine;
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    boolean isLoad = opcode <= Opcodes.ALOAD;
    parameterLoaded = isLoad && variable < parameterSlots;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      traits.add(Trait.RETURNS);
      if (opcode != Opcodes.RETURN && !parameterLoaded) {
        traits.add(Trait.HAS_RESULT);
      }
    } else if (opcode == Opcodes.ATHROW) {
      traits.add(Trait.THROWS);
    } else if (opcode >= Opcodes.IASTORE
        && opcode <= Opcodes.SASTORE
        && opcode != Opcodes.AASTORE) { // that is how arguments are passed to format()
      traits.add(Trait.WRITES);
    }
    parameterLoaded = false;
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    if (passed.contains(label)) {
      traits.add(Trait.LOOPS);
    }
    parameterLoaded = false;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
      traits.add(Trait.WRITES);
    }
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
    if (opcode == Opcodes.NEW) {
      made.add(type.replace('/', '.'));
    }
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
    result.accept(
        new MethodOutline(
            key, lines, firstLine, Set.copyOf(traits), Set.copyOf(made), Set.copyOf(calls)));
  }
}
