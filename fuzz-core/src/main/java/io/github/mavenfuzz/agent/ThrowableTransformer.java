package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.boot.StackTraces;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes {@link Throwable} ask {@link StackTraces} before it records a stack, and tell it when a
 * stack is asked for. Used once, on the main thread before anything of the target runs. If that
 * class is not as in the known JVMs, it stays as it is.
 */
final class ThrowableTransformer implements ClassFileTransformer {
  private static final String THROWABLE = Type.getInternalName(Throwable.class);
  private static final String NULL_POINTER = Type.getInternalName(NullPointerException.class);
  private static final String STACK_TRACES = Type.getInternalName(StackTraces.class);
  private static final String RECORDS = "fillInStackTrace()Ljava/lang/Throwable;";
  private static final String READS = "getOurStackTrace()[Ljava/lang/StackTraceElement;";
  private static final String STACK_TRACE = "stackTrace";
  private static final String STACK_TRACE_TYPE = Type.getDescriptor(StackTraceElement[].class);

  /** The two methods, and the field that is theirs. */
  private static final int PARTS = 3;

  /** Stack slots that the questions need. */
  private static final int STACK = 3;

  private boolean changed;

  /** Changes {@link Throwable} in this JVM, if that can be done. */
  static void install(Instrumentation instrumentation) {
    if (!instrumentation.isRetransformClassesSupported()) {
      return;
    }
    ThrowableTransformer transformer = new ThrowableTransformer();
    instrumentation.addTransformer(transformer, true);
    try {
      instrumentation.retransformClasses(Throwable.class);
      if (transformer.changed) {
        // The new code looks for StackTraces when it runs first, which must not be in a target that
        // has filled its stack.
        new Throwable().getStackTrace();
        StackTraces.makeOptional();
      }
    } catch (UnmodifiableClassException | LinkageError | InternalError e) {
      // Another kind of JVM: stack traces are recorded as ever.
    } finally {
      instrumentation.removeTransformer(transformer);
    }
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (!THROWABLE.equals(internalName)) {
      return null;
    }
    byte[] rewritten = rewrite(classFile);
    changed = rewritten != null;
    return rewritten;
  }

  /** Returns null when the class has not all of the parts. */
  static byte[] rewrite(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    Rewriter rewriter = new Rewriter(writer);
    reader.accept(rewriter, 0);
    return rewriter.parts == PARTS ? writer.toByteArray() : null;
  }

  /** Puts the questions before the bodies. */
  private static final class Rewriter extends ClassVisitor {
    private int parts;

    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public FieldVisitor visitField(
        int access, String field, String descriptor, String generics, Object value) {
      parts += field.equals(STACK_TRACE) && descriptor.equals(STACK_TRACE_TYPE) ? 1 : 0;
      return super.visitField(access, field, descriptor, generics, value);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String generics, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, method, descriptor, generics, exceptions);
      String nameAndType = method + descriptor;
      if (!nameAndType.equals(RECORDS) && !nameAndType.equals(READS)) {
        return next;
      }
      parts++;
      return new MethodVisitor(api, next) {
        @Override
        public void visitCode() {
          super.visitCode();
          if (nameAndType.equals(RECORDS)) {
            recordUnlessOmitted();
          } else {
            tellIfMissed();
          }
        }

        /**
         * A throwable that never has a stack holds null, and keeps it. A NullPointerException
         * always has one: the JVM makes its message of that.
         */
        private void recordUnlessOmitted() {
          Label asEver = new Label();
          Label done = new Label();
          pushSwitch(StackTraces.OMITTED);
          visitInsn(Opcodes.BALOAD);
          visitJumpInsn(Opcodes.IFEQ, asEver);
          visitVarInsn(Opcodes.ALOAD, 0);
          visitTypeInsn(Opcodes.INSTANCEOF, NULL_POINTER);
          visitJumpInsn(Opcodes.IFNE, asEver);
          visitVarInsn(Opcodes.ALOAD, 0);
          visitStack(Opcodes.GETFIELD);
          visitJumpInsn(Opcodes.IFNULL, done);
          visitVarInsn(Opcodes.ALOAD, 0);
          pushNone();
          visitStack(Opcodes.PUTFIELD);
          visitLabel(done);
          visitFrame(Opcodes.F_SAME, 0, null, 0, null);
          visitVarInsn(Opcodes.ALOAD, 0);
          visitInsn(Opcodes.ARETURN);
          visitLabel(asEver);
          visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }

        private void tellIfMissed() {
          Label asEver = new Label();
          visitVarInsn(Opcodes.ALOAD, 0);
          visitStack(Opcodes.GETFIELD);
          pushNone();
          visitJumpInsn(Opcodes.IF_ACMPNE, asEver);
          pushSwitch(StackTraces.MISSED);
          visitInsn(Opcodes.ICONST_1);
          visitInsn(Opcodes.BASTORE);
          visitLabel(asEver);
          visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }

        private void visitStack(int opcode) {
          visitFieldInsn(opcode, THROWABLE, STACK_TRACE, STACK_TRACE_TYPE);
        }

        private void pushNone() {
          visitFieldInsn(Opcodes.GETSTATIC, STACK_TRACES, "NONE", STACK_TRACE_TYPE);
        }

        private void pushSwitch(int index) {
          visitFieldInsn(Opcodes.GETSTATIC, STACK_TRACES, "SWITCHES", "[Z");
          visitInsn(Opcodes.ICONST_0 + index);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
          super.visitMaxs(Math.max(STACK, maxStack), maxLocals);
        }
      };
    }
  }
}
