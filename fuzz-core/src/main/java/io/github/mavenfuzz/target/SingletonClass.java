package io.github.mavenfuzz.target;

import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class that is perhaps the one of a singleton, to which the static methods of another class pass
 * their calls on: that of a Kotlin companion or of a Scala object. Such a method is there twice.
 */
final class SingletonClass {
  /** The field in which the class of a Scala object has it. */
  private static final String SCALA_OBJECT = "MODULE$";

  private final ParsedClass type;
  private final Lookup lookup;

  SingletonClass(ParsedClass type, Lookup lookup) {
    this.type = type;
    this.lookup = lookup;
  }

  /** Whether a target is what a static one of the same name and parameters calls. */
  boolean isCopy(MethodNode method) {
    return (method.access & Opcodes.ACC_STATIC) == 0
        && front()
            .filter(
                front ->
                    front.methods().stream()
                        .filter(m -> m.name.equals(method.name) && m.desc.equals(method.desc))
                        .filter(TargetForm::isPublicStatic)
                        .anyMatch(m -> lookup.forms().of(m).isPresent()))
            .isPresent();
  }

  /** The class with the static methods; empty when this is no class of a singleton. */
  private Optional<ParsedClass> front() {
    String name = type.internalName();
    if (name.endsWith("$") && hasField(type, SCALA_OBJECT)) {
      return lookup.classes().find(name.substring(0, name.length() - 1));
    }
    return type.isInner()
        ? Optional.empty()
        : type.outerName().flatMap(lookup.classes()::find).filter(outer -> hasField(outer, null));
  }

  /**
   * Whether a class has the singleton in a constant.
   *
   * @param field its name; null for any
   */
  private boolean hasField(ParsedClass holder, String field) {
    String descriptor = 'L' + type.internalName() + ';';
    return holder.node().fields.stream()
        .filter(f -> (f.access & Opcodes.ACC_STATIC) != 0)
        .anyMatch(f -> f.desc.equals(descriptor) && (field == null || f.name.equals(field)));
  }
}
