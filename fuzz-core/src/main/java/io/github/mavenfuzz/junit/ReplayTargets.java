package io.github.mavenfuzz.junit;

import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Knows which targets of a class {@link ReplayTestEngine} runs: those that Jupiter does not. */
final class ReplayTargets {
  /** By name, as the annotation may come from another class loader, and as it uses this package. */
  private static final String ANNOTATION = "io.github.mavenfuzz.api.FuzzTest";

  private final boolean jupiter;

  /**
   * @param jupiter whether Jupiter's engine runs what it can
   */
  ReplayTargets(boolean jupiter) {
    this.jupiter = jupiter;
  }

  /** The methods, by name; none of a class whose methods or annotations cannot be loaded. */
  List<Method> of(Class<?> type) {
    try {
      return Arrays.stream(type.getDeclaredMethods())
          .filter(m -> !m.isSynthetic() && !Modifier.isAbstract(m.getModifiers()))
          .filter(m -> !jupiter || !isJupiters(m))
          .filter(ReplayTargets::isTarget)
          .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
          .toList();
    } catch (RuntimeException | LinkageError | AnnotationFormatError e) {
      return List.of(); // whoever runs the tests of this class reports it
    }
  }

  /** Jupiter's conditions; those of a private abstract class it runs as inherited ones. */
  private static boolean isJupiters(Method method) {
    int ofMethod = method.getModifiers();
    int ofClass = method.getDeclaringClass().getModifiers();
    return !Modifier.isStatic(ofMethod)
        && !Modifier.isPrivate(ofMethod)
        && method.getReturnType() == void.class
        && (!Modifier.isPrivate(ofClass) || Modifier.isAbstract(ofClass));
  }

  private static boolean isTarget(Method method) {
    return Arrays.stream(method.getDeclaredAnnotations())
        .anyMatch(a -> a.annotationType().getName().equals(ANNOTATION));
  }
}
