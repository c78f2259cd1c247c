package io.github.mavenfuzz.lifecycle;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Which runs of a target share an instance of its class. */
enum InstancePolicy {
  /** All runs share one, or none needs one. */
  ONE,
  /** All runs share one, until a run fails because of what earlier ones have left in it. */
  SHARED,
  /** Each run has its own, as each test has in JUnit. */
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
    if (isPerClass(type)) {
      return ONE;
    }
    if (each) {
      return EACH;
    }
    return hasState(type) ? SHARED : ONE;
  }

  /**
   * Whether the methods around each run are called once around all runs, as with Jazzer's {@code
   * PER_TEST}.
   */
  static boolean isPerTest(Method target) {
    return isJazzers(target) && !isPerExecution(target);
  }

  private static boolean isJazzers(Method target) {
    return MetaAnnotations.isOn(target, JAZZERS);
  }

  private static boolean isPerExecution(Method target) {
    return MetaAnnotations.value(target, JAZZERS, "lifecycle")
        .filter("PER_EXECUTION"::equals)
        .isPresent();
  }

  /** The class nearest to the one that runs decides, as the annotation is inherited. */
  private static boolean isPerClass(Class<?> type) {
    return TargetMethod.withSupertypes(type).stream()
        .flatMap(each -> MetaAnnotations.value(each, TEST_INSTANCE, "value").stream())
        .findFirst()
        .filter("PER_CLASS"::equals)
        .isPresent();
  }

  private static boolean hasState(Class<?> type) {
    try {
      return holdsState(type);
    } catch (LinkageError missingClass) { // that of a field
      return true;
    }
  }

  private static boolean holdsState(Class<?> type) {
    return TargetMethod.withSupertypes(type).stream()
        .flatMap(ancestor -> Arrays.stream(ancestor.getDeclaredFields()))
        .anyMatch(InstancePolicy::holdsState);
  }

  private static boolean holdsState(Field field) {
    return !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
  }
}
