package io.github.mavenfuzz.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Gives the annotation of Jazzer's JUnit integration, in a worker JVM, the annotations that ours
 * carries. So when JUnit Jupiter runs a target for the fuzzer, our extension makes the inputs and
 * not Jazzer's. Runs on whichever thread loads the annotation.
 */
final class JazzerTestTransformer implements ClassFileTransformer {
  static final String JAZZERS = "com/code_intelligence/jazzer/junit/FuzzTest";
  static final String OURS = "Lio/github/mavenfuzz/junit/Replayed;";

  private static final String OF_LANGUAGE = "Ljava/lang/annotation/";

  @Override
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (!JAZZERS.equals(internalName)) {
      return null;
    }
    try {
      return rewrite(classFile);
    } catch (RuntimeException unreadable) { // the JVM will say so, or not mind
      return null;
    }
  }

  static byte[] rewrite(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Rewriter(writer), 0);
    return writer.toByteArray();
  }

  /**
   * Leaves out the annotations that it carries, other than those of the language, such as
   * {@code @Target}.
   */
  private static final class Rewriter extends ClassVisitor {
    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return descriptor.startsWith(OF_LANGUAGE) ? super.visitAnnotation(descriptor, visible) : null;
    }

    @Override
    public void visitEnd() {
      super.visitAnnotation(OURS, true).visitEnd();
      super.visitEnd();
    }
  }
}
