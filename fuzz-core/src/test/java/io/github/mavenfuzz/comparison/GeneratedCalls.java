package io.github.mavenfuzz.comparison;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Classes that call one method of the JDK each. */
final class GeneratedCalls {
  static final String NAME = "com.example.Caller";
  static final String METHOD = "run";

  private GeneratedCalls() {}

  /** A class with a static method that takes the receiver and the arguments of another. */
  static byte[] callerOf(Method called) {
    String internalName = NAME.replace('.', '/');
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, internalName, null, "java/lang/Object", null);
    List<Type> types = operands(called);
    Type result = Type.getReturnType(called);
    String descriptor = Type.getMethodDescriptor(result, types.toArray(new Type[0]));
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_STATIC, METHOD, descriptor, null, null);
    run.visitCode();
    Label start = new Label();
    run.visitLabel(start);
    run.visitLineNumber(17, start);
    int slot = 0;
    for (Type type : types) {
      run.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      slot += type.getSize();
    }
    Class<?> owner = called.getDeclaringClass();
    run.visitMethodInsn(
        opcode(called),
        Type.getInternalName(owner),
        called.getName(),
        Type.getMethodDescriptor(called),
        owner.isInterface());
    run.visitInsn(result.getOpcode(Opcodes.IRETURN));
    run.visitMaxs(0, 0);
    run.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static List<Type> operands(Method called) {
    List<Type> types = new ArrayList<>();
    if (!Modifier.isStatic(called.getModifiers())) {
      types.add(Type.getType(called.getDeclaringClass()));
    }
    types.addAll(List.of(Type.getArgumentTypes(called)));
    return types;
  }

  static int opcode(Method called) {
    if (Modifier.isStatic(called.getModifiers())) {
      return Opcodes.INVOKESTATIC;
    }
    return called.getDeclaringClass().isInterface()
        ? Opcodes.INVOKEINTERFACE
        : Opcodes.INVOKEVIRTUAL;
  }
}
