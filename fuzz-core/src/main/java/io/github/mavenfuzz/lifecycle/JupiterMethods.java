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
 * The methods of a class, its superclasses and interfaces that JUnit Jupiter calls around a test,
 * known by the names of their annotations, as Jupiter may be missing.
 */
final class JupiterMethods {
  private static final List<String> ANNOTATIONS =
      List.of("BeforeAll", "BeforeEach", "AfterEach", "AfterAll");

  /** The methods, those of the class itself first. */
  private final List<Method> methods = new ArrayList<>();

  private final boolean instances;

  /**
   * @param instances whether methods are called that are not static
   */
  JupiterMethods(Class<?> type, boolean instances) {
    this.instances = instances;
    Set<String> overridden = new HashSet<>();
    for (Class<?> ancestor : TargetMethod.withSupertypes(type)) {
      Method[] declared = ancestor.getDeclaredMethods();
      Arrays.sort(declared, Comparator.comparing(Method::getName));
      for (Method method : declared) {
        int modifiers = method.getModifiers();
        boolean virtual = !Modifier.isStatic(modifiers) && !Modifier.isPrivate(modifiers);
        boolean visible = !virtual || overridden.add(signature(method));
        if (visible && !method.isSynthetic() && !Modifier.isAbstract(modifiers)) {
          methods.add(method);
        }
      }
    }
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  /** The steps before a run, those of superclasses first. */
  List<Step> before(String annotation) {
    List<Step> steps = after(annotation);
    Collections.reverse(steps);
    return steps;
  }

  /** The steps after a run, those of superclasses last. */
  List<Step> after(String annotation) {
    List<Step> steps = new ArrayList<>();
    for (Method method : methods) {
      boolean callable = method.getParameterCount() == 0 && (instances || Step.isStatic(method));
      if (callable && isAnnotated(method, annotation)) {
        steps.add(new Step('@' + annotation + ' ' + method.getName(), method, new Object[0]));
      }
    }
    return steps;
  }

  /** The methods that Jupiter would pass something to, which only Jupiter can. */
  List<String> uncallable() {
    return methods.stream()
        .filter(m -> m.getParameterCount() > 0)
        .filter(m -> ANNOTATIONS.stream().anyMatch(annotation -> isAnnotated(m, annotation)))
        .map(Method::getName)
        .toList();
  }

  private static boolean isAnnotated(Method method, String annotation) {
    return MetaAnnotations.isOn(method, "org.junit.jupiter.api." + annotation);
  }
}
