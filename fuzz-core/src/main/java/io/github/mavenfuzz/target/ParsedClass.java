package io.github.mavenfuzz.target;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class as its file describes it; each part is read when it is first asked for. */
final class ParsedClass {
  private static final int OUTLINE_ONLY = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG;

  private final byte[] file;
  private final ClassNode outline;

  /**
   * With the code of the methods; null until it is first asked for; the outline if the code is
   * corrupt.
   */
  private ClassNode whole;

  /**
   * @throws CorruptClassException when the bytes are no class file or one of a future version
   */
  ParsedClass(byte[] file) throws CorruptClassException {
    this.file = file;
    outline = ClassFile.parse(file, OUTLINE_ONLY);
  }

  /** With slashes. */
  String internalName() {
    return outline.name;
  }

  /** With dots. */
  String className() {
    return outline.name.replace('/', '.');
  }

  /** The class without the code of its methods. */
  ClassNode node() {
    return outline;
  }

  /** In the order of declaration, without code. */
  List<MethodNode> methods() {
    return outline.methods;
  }

  /** The annotations that are there when the class runs. */
  List<AnnotationNode> annotations() {
    return outline.visibleAnnotations == null ? List.of() : outline.visibleAnnotations;
  }

  /** The names of its type parameters; none when its signature is corrupt. */
  List<String> typeParameters() {
    try {
      return TypeUseParser.typeParameters(outline.signature);
    } catch (RuntimeException corrupt) {
      return List.of();
    }
  }

  boolean is(int flag) {
    return (outline.access & flag) != 0;
  }

  /** Whether a compiler has written it, and no person. */
  boolean isSynthetic() {
    return is(Opcodes.ACC_SYNTHETIC);
  }

  /** Whether it has an enclosing instance, as a member of another class. */
  boolean isInner() {
    return entry()
        .filter(e -> e.outerName != null && (e.access & Opcodes.ACC_STATIC) == 0)
        .isPresent();
  }

  /** Whether it is declared within a method, with a name or without. */
  boolean isLocal() {
    return outline.outerClass != null || entry().filter(e -> e.outerName == null).isPresent();
  }

  /** The internal name of the class of which it is a member; empty when it is none. */
  Optional<String> outerName() {
    return entry().map(e -> e.outerName);
  }

  private Optional<InnerClassNode> entry() {
    return outline.innerClasses.stream().filter(e -> e.name.equals(outline.name)).findFirst();
  }

  boolean hasNoArgConstructor() {
    return hasConstructor("()V");
  }

  /**
   * Whether JUnit Jupiter may know what to pass to a constructor: the parameters are its own or
   * annotated, or there is an extension.
   *
   * @param extended whether the class, or what it inherits from, may name an extension
   */
  boolean hasConstructorForJupiter(boolean extended) {
    return outline.methods.stream()
        .filter(m -> m.name.equals("<init>"))
        .anyMatch(
            m ->
                extended
                    || m.visibleParameterAnnotations != null
                    || m.desc.contains("Lorg/junit/jupiter/api/"));
  }

  /** Whether there is a constructor that takes nothing but the enclosing instance. */
  boolean hasConstructorWithin(String outerName) {
    return hasConstructor("(L" + outerName + ";)V");
  }

  private boolean hasConstructor(String descriptor) {
    return outline.methods.stream()
        .anyMatch(m -> m.name.equals("<init>") && m.desc.equals(descriptor));
  }

  /** Whether any of its code refers to another class. */
  boolean refersTo(String internalName) {
    return ClassFile.refersTo(file, internalName);
  }

  /** The methods with their code, as far as that can be read. */
  List<MethodNode> wholeMethods() {
    if (whole == null) {
      try {
        whole = ClassFile.parse(file, ClassReader.SKIP_FRAMES);
      } catch (CorruptClassException e) {
        whole = outline; // the JVM that loads the class says what is wrong with its code
      }
    }
    return whole.methods;
  }

  /** A method with its code and the names of its variables, as far as they can be read. */
  MethodNode whole(MethodNode method) {
    return wholeMethods().stream()
        .filter(m -> m.name.equals(method.name) && m.desc.equals(method.desc))
        .findFirst()
        .orElse(method);
  }
}
