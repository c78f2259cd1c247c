package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.boot.Guidance;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes Jazzer's API work in a worker JVM, on whichever thread loads it. Without Jazzer's runtime
 * most of its helpers do nothing, and some throw; here those of {@code Jazzer} call {@link
 * Guidance}, and {@code BugDetectors} keeps its settings, which have no effect. A method that is
 * not known stays as it is.
 */
final class JazzerApiTransformer implements ClassFileTransformer {
  static final String JAZZER = "com/code_intelligence/jazzer/api/Jazzer";
  static final String BUG_DETECTORS = "com/code_intelligence/jazzer/api/BugDetectors";

  private static final String REFERENCE = "java/util/concurrent/atomic/AtomicReference";

  private static final Set<String> GUIDING =
      Set.of(
          "guideTowardsEquality(Ljava/lang/String;Ljava/lang/String;I)V",
          "guideTowardsEquality([B[BI)V",
          "guideTowardsContainment(Ljava/lang/String;Ljava/lang/String;I)V",
          "exploreState(BI)V",
          "maximize(JJJII)V",
          "minimize(JJJII)V",
          "reportFindingFromHook(Ljava/lang/Throwable;)V",
          "onFuzzTargetReady(Ljava/lang/Runnable;)V");

  private final Function<ClassLoader, Optional<Callees>> views;

  /**
   * @param views what a loader's classes can refer to, if anything; see {@link LoaderViews}
   */
  JazzerApiTransformer(Function<ClassLoader, Optional<Callees>> views) {
    this.views = views;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (!JAZZER.equals(internalName) && !BUG_DETECTORS.equals(internalName)) {
      return null;
    }
    try {
      return views.apply(loader).map(callees -> rewrite(classFile, callees)).orElse(null);
    } catch (RuntimeException unreadable) { // the JVM will say so, or not mind
      return null;
    }
  }

  static byte[] rewrite(byte[] classFile) {
    return rewrite(classFile, Callees.DIRECT);
  }

  private static byte[] rewrite(byte[] classFile, Callees callees) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Rewriter(writer, callees.guidance()), 0);
    return writer.toByteArray();
  }

  /** Gives the helpers other bodies. */
  private static final class Rewriter extends ClassVisitor {
    private final String guidance;

    Rewriter(ClassVisitor next, String guidance) {
      super(Opcodes.ASM9, next);
      this.guidance = guidance;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String generics, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, method, descriptor, generics, exceptions);
      String nameAndType = method + descriptor;
      if (GUIDING.contains(nameAndType)) {
        writeCall(next, method, descriptor);
      } else if (method.equals("getSanitizerVariable")) {
        writeNewReference(next, descriptor);
      } else if (nameAndType.equals("getLibFuzzerSeed()I")) {
        writeSeed(next);
      } else {
        return next;
      }
      return null;
    }

    private void writeCall(MethodVisitor code, String method, String descriptor) {
      code.visitCode();
      int slot = 0;
      for (Type argument : Type.getArgumentTypes(descriptor)) {
        code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
        slot += argument.getSize();
      }
      code.visitMethodInsn(Opcodes.INVOKESTATIC, guidance, method, descriptor, false);
      code.visitInsn(Opcodes.RETURN);
      code.visitMaxs(slot, slot);
      code.visitEnd();
    }

    /** A place to keep a setting, of which the getters and setters need no more. */
    private static void writeNewReference(MethodVisitor code, String descriptor) {
      code.visitCode();
      code.visitTypeInsn(Opcodes.NEW, REFERENCE);
      code.visitInsn(Opcodes.DUP);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, REFERENCE, "<init>", "()V", false);
      code.visitInsn(Opcodes.ARETURN);
      code.visitMaxs(2, Type.getArgumentsAndReturnSizes(descriptor) >> 2);
      code.visitEnd();
    }

    /** Always the same, so that what a target makes depend on it repeats in every JVM. */
    private static void writeSeed(MethodVisitor code) {
      code.visitCode();
      code.visitInsn(Opcodes.ICONST_0);
      code.visitInsn(Opcodes.IRETURN);
      code.visitMaxs(1, 0);
      code.visitEnd();
    }
  }
}
