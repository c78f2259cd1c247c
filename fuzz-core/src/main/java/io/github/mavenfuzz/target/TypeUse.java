package io.github.mavenfuzz.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * A type as it is written at one place of a class file, with the annotations of that place.
 *
 * @param name the internal name of a class, the descriptor of a primitive type, the name of a type
 *     variable; empty for others
 * @param arguments the type arguments of a class, the one component of an array, the bound of a
 *     wildcard if it has one
 * @param annotations filled while the class file is read
 */
record TypeUse(Kind kind, String name, List<TypeUse> arguments, List<AnnotationNode> annotations) {
  /** The kind of type that was written. */
  enum Kind {
    PRIMITIVE,
    CLASS,
    ARRAY,
    VARIABLE,
    WILDCARD
  }

  TypeUse(Kind kind, String name, List<TypeUse> arguments) {
    this(kind, name, List.copyOf(arguments), new ArrayList<>());
  }

  /** The part of the type at which an annotation stands, or null when there is no such part. */
  TypeUse at(TypePath path) {
    TypeUse use = this;
    for (int i = 0; path != null && i < path.getLength(); i++) {
      int index = path.getStep(i) == TypePath.TYPE_ARGUMENT ? path.getStepArgument(i) : 0;
      if (path.getStep(i) == TypePath.INNER_TYPE) {
        continue; // the annotations of an enclosing type are of no interest
      }
      if (index >= use.arguments.size()) {
        return null;
      }
      use = use.arguments.get(index);
    }
    return use;
  }

  /**
   * The type with type variables replaced; annotations of a variable's use are added to those of
   * what replaces it.
   */
  TypeUse with(Map<String, TypeUse> variables) {
    TypeUse value = kind == Kind.VARIABLE ? variables.get(name) : null;
    if (value == null) {
      return new TypeUse(
          kind, name, arguments.stream().map(a -> a.with(variables)).toList(), annotations);
    }
    return new TypeUse(
        value.kind,
        value.name,
        value.arguments,
        Stream.concat(annotations.stream(), value.annotations.stream()).toList());
  }

  /** The type without type arguments as class files write it; the name of a variable. */
  String descriptor() {
    return switch (kind) {
      case ARRAY -> '[' + arguments.get(0).descriptor();
      case CLASS -> 'L' + name + ';';
      default -> name;
    };
  }

  /** The type as users write it, without annotations, with the packages of all classes. */
  @Override
  public String toString() {
    return switch (kind) {
      case PRIMITIVE -> Type.getType(name).getClassName();
      case CLASS -> name.replace('/', '.') + typeArguments();
      case ARRAY -> arguments.get(0) + "[]";
      case VARIABLE -> name;
      case WILDCARD -> arguments.isEmpty() ? "?" : "? extends " + arguments.get(0);
    };
  }

  private String typeArguments() {
    return arguments.isEmpty()
        ? ""
        : arguments.stream().map(TypeUse::toString).collect(Collectors.joining(", ", "<", ">"));
  }
}
