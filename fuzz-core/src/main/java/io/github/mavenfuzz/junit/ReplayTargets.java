package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.lifecycle.JupiterFeatures;
import io.github.mavenfuzz.lifecycle.TargetMethod;
import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows which targets of a class {@link ReplayTestEngine} runs: those that no other engine runs.
 */
final class ReplayTargets {
  private final boolean jupiter;

  /**
   * @param jupiter whether Jupiter's engine runs what it can
   */
  ReplayTargets(boolean jupiter) {
    this.jupiter = jupiter;
  }

  /**
   * The methods that a class declares or inherits, by name; none of a class whose methods or
   * annotations cannot be loaded.
   */
  List<Method> of(Class<?> type) {
    try {
      TestClasses classes = TestClasses.of(type);
      return methods(classes).stream()
          .filter(m -> ReplayForm.of(m).filter(form -> isReplayed(classes, m, form)).isPresent())
          .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
          .toList();
    } catch (RuntimeException | LinkageError | AnnotationFormatError e) {
      return List.of(); // whoever runs the tests of this class reports it
    }
  }

  /** The nested classes of which instances are made in those of a class. */
  List<Class<?>> nested(Class<?> type) {
    try {
      return Arrays.stream(type.getDeclaredClasses())
          .filter(TestClasses::isNested)
          .sorted(Comparator.comparing(Class::getName))
          .toList();
    } catch (RuntimeException | LinkageError e) {
      return List.of();
    }
  }

  private static List<Method> methods(TestClasses classes) {
    Class<?> type = classes.testClass();
    if (type.isSynthetic() || isKotlinsCopy(type)) {
      return List.of();
    }
    boolean isContract = classes.isContract();
    List<Method> methods = new ArrayList<>();
    Set<String> overridden = new HashSet<>();
    for (Class<?> each : isContract ? List.of(type) : TargetMethod.withSupertypes(type)) {
      for (Method method : each.getDeclaredMethods()) {
        boolean isOwn = each == type;
        boolean isNew = overridden.add(signature(method)) && isWritten(method);
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        if (isNew && (isStatic ? isOwn : !isContract && !isCopy(method))) {
          methods.add(method);
        }
      }
    }
    return methods;
  }

  /** Whether Kotlin has put the default methods of an interface into the class, as static ones. */
  private static boolean isKotlinsCopy(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return outer != null && outer.isInterface() && type.getSimpleName().equals("DefaultImpls");
  }

  private static boolean isWritten(Method method) {
    return !method.isSynthetic() && !Modifier.isAbstract(method.getModifiers());
  }

  /** A method as the JVM tells it apart: it overrides one with the same parameters and result. */
  private static String signature(Method method) {
    return method.getName()
        + Arrays.toString(method.getParameterTypes())
        + method.getReturnType().getName();
  }

  /**
   * Whether a method is what a static one of the class around it calls, as in a Kotlin companion.
   */
  private static boolean isCopy(Method method) {
    Class<?> outer = method.getDeclaringClass().getDeclaringClass();
    return outer != null
        && Arrays.stream(outer.getDeclaredFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(Field::getType)
            .anyMatch(method.getDeclaringClass()::equals)
        && Arrays.stream(outer.getDeclaredMethods())
            .filter(m -> Modifier.isStatic(m.getModifiers()))
            .filter(m -> signature(m).equals(signature(method)))
            .anyMatch(m -> ReplayForm.of(m).isPresent());
  }

  /** Jazzer's targets have a test for each file only, so that no class without any has a test. */
  private boolean isReplayed(TestClasses classes, Method method, ReplayForm form) {
    return form == ReplayForm.ANNOTATED
        ? !jupiter || !JupiterFeatures.isJupiters(classes.testClass(), method)
        : ReplayInputs.hasFiles(classes, method, form);
  }
}
