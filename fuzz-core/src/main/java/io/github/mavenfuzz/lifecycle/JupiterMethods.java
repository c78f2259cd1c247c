package io.github.mavenfuzz.lifecycle;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The methods of a class and its superclasses that JUnit Jupiter calls around a test, known by the
 * names of their annotations, as Jupiter may be missing.
 */
final class JupiterMethods {
  private final List<Method> methods = new ArrayList<>();
  private final Object instance;

  /**
   * @param instance null when the target is static, so that only static methods are called
   */
  JupiterMethods(Class<?> type, Object instance) {
    this.instance = instance;
    Set<String> overridden = new HashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      Method[] declared = c.getDeclaredMethods();
      Arrays.sort(declared, Comparator.comparing(Method::getName));
      for (Method method : declared) {
        boolean virtual = !Step.isStatic(method) && !Modifier.isPrivate(method.getModifiers());
        if ((!virtual || overridden.add(signature(method))) && !method.isSynthetic()) {
          methods.add(method);
        }
      }
    }
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  /** Those of superclasses first. */
  List<Step> before() {
    List<Step> all = superclassesFirst("BeforeAll");
    all.addAll(superclassesFirst("BeforeEach"));
    return all;
  }

  /** Those of superclasses last. */
  List<Step> after() {
    List<Step> all = steps("AfterEach");
    all.addAll(steps("AfterAll"));
    return all;
  }

  private List<Step> superclassesFirst(String annotation) {
    List<Step> steps = steps(annotation);
    Collections.reverse(steps);
    return steps;
  }

  private List<Step> steps(String annotation) {
    List<Step> steps = new ArrayList<>();
    for (Method method : methods) {
      boolean callable =
          method.getParameterCount() == 0 && (instance != null || Step.isStatic(method));
      if (callable && isAnnotated(method, annotation)) {
        String label = '@' + annotation + ' ' + method.getName();
        steps.add(new Step(label, method, Step.isStatic(method) ? null : instance, new Object[0]));
      }
    }
    return steps;
  }

  /** The methods that Jupiter would pass something to, which only Jupiter can. */
  List<String> uncallable() {
    return methods.stream()
        .filter(m -> m.getParameterCount() > 0)
        .filter(
            m ->
                List.of("BeforeAll", "BeforeEach", "AfterEach", "AfterAll").stream()
                    .anyMatch(annotation -> isAnnotated(m, annotation)))
        .map(Method::getName)
        .toList();
  }

  private static boolean isAnnotated(Method method, String annotation) {
    String name = "org.junit.jupiter.api." + annotation;
    return Arrays.stream(method.getDeclaredAnnotations())
        .anyMatch(a -> a.annotationType().getName().equals(name));
  }
}
