package io.github.mavenfuzz.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a class has its members from. */
final class Ancestors {
  private Ancestors() {}

  /** The class, its superclasses and all their interfaces; what is inherited stands behind. */
  static List<Class<?>> of(Class<?> type) {
    Set<Class<?>> ancestors = new LinkedHashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      ancestors.add(c);
      addInterfaces(c, ancestors);
    }
    return new ArrayList<>(ancestors);
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> ancestors) {
    for (Class<?> implemented : type.getInterfaces()) {
      ancestors.add(implemented);
      addInterfaces(implemented, ancestors);
    }
  }
}
