package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.lifecycle.MetaAnnotations;
import io.github.mavenfuzz.target.TargetClass;
import io.github.mavenfuzz.target.TargetClass.Kind;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/**
 * A test class with the classes around it in whose instances one of it is made.
 *
 * @param classes the outermost first, the test class last
 */
record TestClasses(List<Class<?>> classes) {
  private static final String NESTED = "org.junit.jupiter.api.Nested";

  /** The classes where the test class is declared. */
  static TestClasses of(Class<?> testClass) {
    LinkedList<Class<?>> classes = new LinkedList<>(List.of(testClass));
    while (isNested(classes.getFirst())) {
      classes.addFirst(classes.getFirst().getEnclosingClass());
    }
    return new TestClasses(List.copyOf(classes));
  }

  /** Whether instances of an inner class are made as JUnit Jupiter makes them. */
  static boolean isNested(Class<?> type) {
    return isInner(type) && MetaAnnotations.isOn(type, NESTED);
  }

  private static boolean isInner(Class<?> type) {
    return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
  }

  Class<?> testClass() {
    return classes.get(classes.size() - 1);
  }

  /** Whether the class, or one around it, has instances by inheritance only. */
  boolean isContract() {
    return classes.stream().anyMatch(c -> c.isInterface() || Modifier.isAbstract(c.getModifiers()));
  }

  /** A sentence that says what keeps a method from being called; empty if nothing. */
  Optional<String> problem(String methodName) {
    String id = testClass().getName() + '#' + methodName;
    for (int i = classes.size() - 1; i >= 0; i--) {
      Optional<String> problem = targetClass(classes.get(i), i > 0).problem(id);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static TargetClass targetClass(Class<?> type, boolean within) {
    int parameters = within ? 1 : 0;
    return new TargetClass(
        type.getName(),
        kind(type, within),
        Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(c -> c.getParameterCount() == parameters));
  }

  private static Kind kind(Class<?> type, boolean within) {
    if (type.isInterface()) {
      return Kind.INTERFACE;
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      return Kind.ABSTRACT;
    }
    if (type.isLocalClass() || type.isAnonymousClass()) {
      return Kind.LOCAL;
    }
    return isInner(type) && !within ? Kind.INNER : Kind.ORDINARY;
  }
}
