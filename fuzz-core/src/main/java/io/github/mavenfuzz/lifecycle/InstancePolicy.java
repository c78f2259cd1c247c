package io.github.mavenfuzz.lifecycle;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Which runs of a target share an instance of its class. */
enum InstancePolicy {
  /** All of them, or none needs one. */
  ONE,
  /** All of them, until a run fails because of what earlier ones have left in the instance. */
  SHARED,
  /** None: each has its own, as each test has in JUnit. */
  EACH;

  private static final String TEST_INSTANCE = "org.junit.jupiter.api.TestInstance";
  private static final String JAZZERS = "com.code_intelligence.jazzer.junit.FuzzTest";

  /**
   * @param type the class that runs, which declares the method or inherits it
   * @param each whether something is called around each run, which may prepare the instance
   */
  static InstancePolicy of(Class<?> type, Method target, boolean each) {
    if (Step.isStatic(target)) {
      return ONE;
    }
    if (isJazzers(target)) {
      return isPerExecution(target) ? EACH : ONE;
    }
    if ("PER_CLASS".equals(element(type, TEST_INSTANCE, "value"))) {
      return ONE;
    }
    if (each) {
      return EACH;
    }
    return hasState(type) ? SHARED : ONE;
  }

  /** Whether what is called around each run is called around all of them, as Jazzer has it. */
  static boolean isPerTest(Method target) {
    return isJazzers(target) && !isPerExecution(target);
  }

  private static boolean isJazzers(Method target) {
    return MetaAnnotations.isOn(target, JAZZERS);
  }

  private static boolean isPerExecution(Method target) {
    return "PER_EXECUTION".equals(element(target, JAZZERS, "lifecycle"));
  }

  private static boolean hasState(Class<?> type) {
    return TargetMethod.withSupertypes(type).stream()
        .flatMap(ancestor -> Arrays.stream(ancestor.getDeclaredFields()))
        .anyMatch(InstancePolicy::holdsState);
  }

  private static boolean holdsState(Field field) {
    return !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
  }

  /** An annotation's element as text; null when there is no such annotation or element. */
  private static String element(AnnotatedElement annotated, String annotation, String element) {
    for (Annotation candidate : annotated.getAnnotations()) {
      String value = element(candidate, annotation, element);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static String element(Annotation candidate, String annotation, String element) {
    Class<? extends Annotation> type = candidate.annotationType();
    if (type.getName().startsWith("java.lang.annotation.")) {
      return null; // they annotate each other
    }
    if (!type.getName().equals(annotation)) {
      return element(type, annotation, element);
    }
    try {
      return String.valueOf(type.getMethod(element).invoke(candidate));
    } catch (ReflectiveOperationException olderVersion) {
      return null;
    }
  }
}
