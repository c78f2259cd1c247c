package io.github.mavenfuzz.target;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;
import org.objectweb.asm.tree.TypeAnnotationNode;

/** Parses one type of a signature; the type is passed on when it is complete. */
final class TypeUseParser extends SignatureVisitor {
  private static final int API = Opcodes.ASM9;

  private final Consumer<TypeUse> result;
  private final List<TypeUse> arguments = new ArrayList<>();
  private String className;

  private TypeUseParser(Consumer<TypeUse> result) {
    super(API);
    this.result = result;
  }

  /**
   * The parameters of a method.
   *
   * @throws RuntimeException when its signature is corrupt
   */
  static List<TypeUse> parameters(MethodNode method) {
    List<TypeUse> uses = new ArrayList<>();
    new SignatureReader(method.signature != null ? method.signature : method.desc)
        .accept(
            new SignatureVisitor(API) {
              @Override
              public SignatureVisitor visitParameterType() {
                return new TypeUseParser(uses::add);
              }
            });
    for (int i = 0; i < uses.size(); i++) {
      annotate(uses.get(i), at(method.visibleParameterAnnotations, i));
      annotate(uses.get(i), at(method.invisibleParameterAnnotations, i));
    }
    annotateParameters(uses, method.visibleTypeAnnotations);
    annotateParameters(uses, method.invisibleTypeAnnotations);
    return uses;
  }

  private static List<AnnotationNode> at(List<AnnotationNode>[] ofParameters, int index) {
    return ofParameters == null || index >= ofParameters.length ? null : ofParameters[index];
  }

  private static void annotate(TypeUse use, List<AnnotationNode> annotations) {
    if (annotations != null) {
      use.annotations().addAll(annotations);
    }
  }

  private static void annotateParameters(List<TypeUse> uses, List<TypeAnnotationNode> annotations) {
    if (annotations == null) {
      return;
    }
    for (TypeAnnotationNode annotation : annotations) {
      TypeReference place = new TypeReference(annotation.typeRef);
      if (place.getSort() == TypeReference.METHOD_FORMAL_PARAMETER
          && place.getFormalParameterIndex() < uses.size()) {
        annotateAt(uses.get(place.getFormalParameterIndex()), List.of(annotation));
      }
    }
  }

  private static void annotateAt(TypeUse use, List<TypeAnnotationNode> annotations) {
    if (annotations == null) {
      return;
    }
    for (TypeAnnotationNode annotation : annotations) {
      TypeUse part = use.at(annotation.typePath);
      if (part != null) {
        part.annotations().add(annotation);
      }
    }
  }

  /**
   * The type of a component of a record.
   *
   * @throws RuntimeException when its signature is corrupt
   */
  static TypeUse component(RecordComponentNode component) {
    List<TypeUse> uses = new ArrayList<>();
    new SignatureReader(component.signature != null ? component.signature : component.descriptor)
        .acceptType(new TypeUseParser(uses::add));
    TypeUse use = uses.get(0);
    annotate(use, component.visibleAnnotations);
    annotate(use, component.invisibleAnnotations);
    annotateAt(use, component.visibleTypeAnnotations);
    annotateAt(use, component.invisibleTypeAnnotations);
    return use;
  }

  /**
   * The superclass of a class and then its interfaces; nothing for java.lang.Object. Without their
   * type arguments when its signature is corrupt, of which a JVM would not mind.
   */
  static List<TypeUse> supertypes(ClassNode type) {
    List<TypeUse> uses = new ArrayList<>();
    try {
      if (type.signature != null) {
        return genericSupertypes(type);
      }
    } catch (RuntimeException corrupt) {
      // read the names, which are there a second time
    }
    if (type.superName != null) {
      uses.add(new TypeUse(TypeUse.Kind.CLASS, type.superName, List.of()));
      type.interfaces.forEach(i -> uses.add(new TypeUse(TypeUse.Kind.CLASS, i, List.of())));
    }
    return uses;
  }

  private static List<TypeUse> genericSupertypes(ClassNode type) {
    List<TypeUse> uses = new ArrayList<>();
    new SignatureReader(type.signature)
        .accept(
            new SignatureVisitor(API) {
              @Override
              public SignatureVisitor visitSuperclass() {
                return new TypeUseParser(uses::add);
              }

              @Override
              public SignatureVisitor visitInterface() {
                return new TypeUseParser(uses::add);
              }
            });
    annotateSupertypes(uses, type.visibleTypeAnnotations);
    annotateSupertypes(uses, type.invisibleTypeAnnotations);
    return uses;
  }

  private static void annotateSupertypes(List<TypeUse> uses, List<TypeAnnotationNode> annotations) {
    if (annotations == null) {
      return;
    }
    for (TypeAnnotationNode annotation : annotations) {
      TypeReference place = new TypeReference(annotation.typeRef);
      // The superclass has the index -1.
      if (place.getSort() == TypeReference.CLASS_EXTENDS
          && place.getSuperTypeIndex() + 1 < uses.size()) {
        annotateAt(uses.get(place.getSuperTypeIndex() + 1), List.of(annotation));
      }
    }
  }

  /**
   * The names of the type parameters of a class or a method.
   *
   * @param signature of it; null when it has none
   * @throws RuntimeException when it is corrupt
   */
  static List<String> typeParameters(String signature) {
    List<String> names = new ArrayList<>();
    if (signature != null) {
      new SignatureReader(signature)
          .accept(
              new SignatureVisitor(API) {
                @Override
                public void visitFormalTypeParameter(String name) {
                  names.add(name);
                }
              });
    }
    return names;
  }

  @Override
  public void visitBaseType(char descriptor) {
    result.accept(new TypeUse(TypeUse.Kind.PRIMITIVE, Character.toString(descriptor), List.of()));
  }

  @Override
  public void visitTypeVariable(String name) {
    result.accept(new TypeUse(TypeUse.Kind.VARIABLE, name, List.of()));
  }

  @Override
  public SignatureVisitor visitArrayType() {
    return new TypeUseParser(
        component -> result.accept(new TypeUse(TypeUse.Kind.ARRAY, "", List.of(component))));
  }

  @Override
  public void visitClassType(String name) {
    className = name;
  }

  @Override
  public void visitInnerClassType(String name) {
    className += '$' + name;
    arguments.clear();
  }

  @Override
  public void visitTypeArgument() {
    arguments.add(new TypeUse(TypeUse.Kind.WILDCARD, "", List.of()));
  }

  @Override
  public SignatureVisitor visitTypeArgument(char wildcard) {
    return new TypeUseParser(
        argument ->
            arguments.add(
                wildcard == INSTANCEOF
                    ? argument
                    : new TypeUse(TypeUse.Kind.WILDCARD, "", List.of(argument))));
  }

  @Override
  public void visitEnd() {
    result.accept(new TypeUse(TypeUse.Kind.CLASS, className, arguments));
  }
}
