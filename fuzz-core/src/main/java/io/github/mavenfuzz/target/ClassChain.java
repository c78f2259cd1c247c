package io.github.mavenfuzz.target;

import io.github.mavenfuzz.target.Supertypes.Supertype;
import io.github.mavenfuzz.target.TargetClass.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;

/**
 * A class together with the classes around it in whose instances one of it is made, as JUnit
 * Jupiter makes those of {@code @Nested} classes.
 *
 * @param name what users call the class: its binary name, or one made up of that of a subclass of
 *     the class around it, if that inherits the class
 * @param types the outermost first; one only unless the class is nested
 */
record ClassChain(String name, List<ParsedClass> types) {

  /** The chain of a class where it is declared. */
  static ClassChain of(ParsedClass type, Lookup lookup) {
    List<ParsedClass> types = new ArrayList<>(List.of(type));
    Optional<ParsedClass> next = around(type, lookup);
    // A corrupt class may be around itself.
    while (next.isPresent() && !types.contains(next.get())) {
      types.add(0, next.get());
      next = around(next.get(), lookup);
    }
    return new ClassChain(type.className(), List.copyOf(types));
  }

  private static Optional<ParsedClass> around(ParsedClass type, Lookup lookup) {
    return type.isInner() && lookup.forms().isNested(type)
        ? type.outerName().flatMap(lookup.classes()::find)
        : Optional.empty();
  }

  /**
   * The chain of a class that the last one has as a member or inherits as one.
   *
   * @param simpleName of the member
   */
  ClassChain with(ParsedClass member, String simpleName) {
    List<ParsedClass> longer = new ArrayList<>(types);
    longer.add(member);
    return new ClassChain(name + '$' + simpleName, List.copyOf(longer));
  }

  /** The class itself. */
  ParsedClass type() {
    return types.get(types.size() - 1);
  }

  List<String> classNames() {
    return types.stream().map(ParsedClass::className).toList();
  }

  /** Whether the class, or one around it, can have instances by inheritance only. */
  boolean isContract() {
    return targetClasses().stream().anyMatch(TargetClass::isContract);
  }

  /** Whether the class is one that JUnit would take for a test class, with what it inherits. */
  boolean inherits() {
    return !type().is(Opcodes.ACC_ENUM)
        && targetClasses().stream().allMatch(c -> c.kind() == Kind.ORDINARY);
  }

  /**
   * A sentence that says what keeps a method of the class from being called; empty if nothing.
   *
   * @param classes to find what the class inherits from
   */
  Optional<String> problem(String methodId, ParsedClasses classes) {
    return targetClasses(type -> Supertypes.of(type, Map.of(), classes)).stream()
        .flatMap(c -> c.problem(methodId).stream())
        .findFirst();
  }

  /** As far as the classes themselves say. */
  private List<TargetClass> targetClasses() {
    return targetClasses(type -> List.of());
  }

  private List<TargetClass> targetClasses(Function<ParsedClass, List<Supertype>> supertypes) {
    List<TargetClass> all = new ArrayList<>();
    for (int i = types.size() - 1; i >= 0; i--) {
      ParsedClass each = types.get(i);
      boolean within = i > 0;
      all.add(
          new TargetClass(
              each.className(),
              kind(each, within),
              each.hasConstructorForJupiter(isExtended(supertypes.apply(each)))
                  || (within
                      ? each.hasConstructorWithin(each.outerName().orElseThrow())
                      : each.hasNoArgConstructor())));
    }
    return all;
  }

  /** Whether an annotation may stand for an extension of JUnit Jupiter. */
  private static boolean isExtended(List<Supertype> supertypes) {
    return supertypes.stream()
        .flatMap(supertype -> supertype.type().annotations().stream())
        .anyMatch(a -> !a.desc.startsWith("Ljava/lang/") && !a.desc.startsWith("Lkotlin/"));
  }

  private static Kind kind(ParsedClass type, boolean within) {
    if (type.is(Opcodes.ACC_INTERFACE)) {
      return Kind.INTERFACE;
    }
    if (type.is(Opcodes.ACC_ABSTRACT)) {
      return Kind.ABSTRACT;
    }
    if (type.isLocal()) {
      return Kind.LOCAL;
    }
    return type.isInner() && !within ? Kind.INNER : Kind.ORDINARY;
  }

  /** The class and all that it inherits from; first the class itself. */
  List<Supertype> supertypes(ParsedClasses classes) {
    List<Supertype> all = Supertypes.of(types.get(0), Map.of(), classes);
    for (ParsedClass inner : types.subList(1, types.size())) {
      String outer = inner.outerName().orElseThrow();
      Map<String, TypeUse> variables =
          all.stream()
              .filter(s -> s.type().internalName().equals(outer))
              .findFirst()
              .map(Supertype::variables)
              .orElse(Map.of());
      all = Supertypes.of(inner, variables, classes);
    }
    return all;
  }
}
