package io.github.mavenfuzz.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A class with all that it inherits from, in the order in which a method of one overrides those of
 * the others: the class, its superclasses, then interfaces, each before those that it extends.
 */
final class Supertypes {
  private final ParsedClasses classes;
  private final Map<String, Supertype> superclasses = new LinkedHashMap<>();
  private final LinkedList<Supertype> interfaces = new LinkedList<>();
  private final Set<String> seen = new HashSet<>();

  private Supertypes(ParsedClasses classes) {
    this.classes = classes;
  }

  /**
   * A class or interface that another one is, or inherits from.
   *
   * @param variables what its type variables stand for in that other one; a variable that is left
   *     open is missing
   */
  record Supertype(ParsedClass type, Map<String, TypeUse> variables) {}

  /**
   * @param outer what the type variables of the classes around it stand for
   * @return the class itself first; what is not on the class path is left out
   */
  static List<Supertype> of(ParsedClass type, Map<String, TypeUse> outer, ParsedClasses classes) {
    Supertypes all = new Supertypes(classes);
    all.addSuperclasses(new Supertype(type, outer));
    List<Supertype> chain = List.copyOf(all.superclasses.values());
    // The interfaces of a superclass come after those of the class, as they are visited in reverse.
    for (int i = chain.size() - 1; i >= 0; i--) {
      all.addInterfaces(chain.get(i));
    }
    List<Supertype> result = new ArrayList<>(chain);
    result.addAll(all.interfaces);
    return result;
  }

  private void addSuperclasses(Supertype first) {
    Supertype next = first;
    // A corrupt class may be its own superclass.
    while (next != null && superclasses.putIfAbsent(next.type().internalName(), next) == null) {
      List<TypeUse> parents = TypeUseParser.supertypes(next.type().node());
      next = parents.isEmpty() ? null : resolve(next, parents.get(0));
    }
  }

  private void addInterfaces(Supertype type) {
    List<TypeUse> parents = TypeUseParser.supertypes(type.type().node());
    for (int i = parents.size() - 1; i >= 1; i--) {
      Supertype parent = resolve(type, parents.get(i));
      if (parent != null && seen.add(parent.type().internalName())) {
        addInterfaces(parent);
        interfaces.addFirst(parent);
      }
    }
  }

  /** Returns null for what is not there. */
  private Supertype resolve(Supertype child, TypeUse parent) {
    return classes
        .find(parent.name())
        .map(type -> new Supertype(type, variables(type, parent.with(child.variables()))))
        .orElse(null);
  }

  private static Map<String, TypeUse> variables(ParsedClass type, TypeUse use) {
    List<String> names = type.typeParameters();
    Map<String, TypeUse> variables = new HashMap<>();
    for (int i = 0; i < Math.min(names.size(), use.arguments().size()); i++) {
      TypeUse argument = use.arguments().get(i);
      if (argument.kind() != TypeUse.Kind.VARIABLE) {
        variables.put(names.get(i), argument);
      }
    }
    return variables;
  }
}
