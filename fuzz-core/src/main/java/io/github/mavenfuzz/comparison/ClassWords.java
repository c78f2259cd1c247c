package io.github.mavenfuzz.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The texts in a class file that an input may have to hold: string constants of its code and
 * fields, names of enum constants, and values of annotations.
 */
public final class ClassWords extends ClassVisitor {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 64;

  private final Set<String> words = new LinkedHashSet<>();

  private ClassWords() {
    super(Opcodes.ASM9);
  }

  /** The words of a class, each once. */
  public static List<String> of(byte[] classFile) {
    ClassWords reader = new ClassWords();
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ArrayList<>(reader.words);
  }

  private void add(Object constant) {
    if (constant instanceof String text
        && text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.chars().noneMatch(c -> c > 0 && c < ' ' && !Character.isWhitespace(c))) {
      words.add(text);
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return annotation();
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    add(value);
    if ((access & Opcodes.ACC_ENUM) != 0) {
      add(name);
    }
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean visible) {
        return annotation();
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitLdcInsn(Object value) {
        add(value);
      }

      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean visible) {
        return annotation();
      }
    };
  }

  private AnnotationVisitor annotation() {
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(String name, Object value) {
        add(value);
      }

      @Override
      public AnnotationVisitor visitArray(String name) {
        return this;
      }
    };
  }
}
