package io.github.mavenfuzz.lifecycle;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The features of a target that only JUnit Jupiter provides: extensions, conditions, fields that
 * are filled, deadlines. A target without them is called without Jupiter, which is much faster.
 * Works by the names of annotations, as Jupiter may be missing.
 */
public final class JupiterFeatures {
  private static final String API = "org.junit.jupiter.api.";
  private static final String DISABLED = API + "Disabled";
  private static final String CONDITIONS = API + "condition.";

  private static final Set<String> ANNOTATIONS =
      Set.of(
          API + "extension.ExtendWith",
          API + "extension.Extensions",
          API + "extension.RegisterExtension",
          API + "io.TempDir",
          API + "AutoClose",
          API + "Timeout",
          DISABLED);

  private static final Set<String> AROUND_EACH =
      Set.of(API + "BeforeAll", API + "BeforeEach", API + "AfterEach", API + "AfterAll");

  /** Settings for all tests of a module that change what happens to a target. */
  private static final List<String> SETTINGS =
      List.of(
          "junit.jupiter.extensions.autodetection.enabled",
          "junit.jupiter.testinstance.lifecycle.default",
          "junit.jupiter.execution.timeout.default",
          "junit.jupiter.execution.timeout.testable.method.default",
          "junit.jupiter.execution.timeout.testtemplate.method.default");

  private final Set<String> found = new LinkedHashSet<>();

  private JupiterFeatures() {}

  /**
   * The features of a target that only Jupiter provides, in the words of its source, such as
   * {@code @TempDir folder}.
   *
   * @param classes the class that runs, which declares the method or inherits it; before it the
   *     classes in whose instances its own are made
   */
  public static List<String> of(List<Class<?>> classes, Method target) {
    JupiterFeatures features = new JupiterFeatures();
    features.addAnnotations(target, "");
    Class<?> own = classes.get(classes.size() - 1);
    for (Class<?> each : classes) {
      features.addClass(each, each == own);
    }
    features.addSettings(own.getClassLoader());
    return new ArrayList<>(features.found);
  }

  private void addClass(Class<?> type, boolean own) {
    try {
      for (Class<?> ancestor : TargetMethod.withSupertypes(type)) {
        addMembers(ancestor, own);
      }
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (Arrays.stream(constructor.getParameters()).anyMatch(JupiterFeatures::isPassed)) {
          found.add("the parameters of its constructor");
        }
      }
    } catch (RuntimeException | LinkageError missingClass) {
      // The run of the target will say which class is missing.
    }
  }

  private void addMembers(Class<?> type, boolean own) {
    addAnnotations(type, "");
    for (Method method : type.getDeclaredMethods()) {
      boolean around = MetaAnnotations.of(method).keySet().stream().anyMatch(AROUND_EACH::contains);
      if (around && (!own || method.getParameterCount() > 0)) {
        found.add("what is called around the runs, " + method.getName());
      }
    }
    for (Field field : type.getDeclaredFields()) {
      addAnnotations(field, ' ' + field.getName());
    }
  }

  /** Whether Jupiter, or an extension that the parameter itself names, knows what to pass. */
  private static boolean isPassed(Parameter parameter) {
    return parameter.getType().getName().startsWith(API)
        || MetaAnnotations.of(parameter).keySet().stream().anyMatch(JupiterFeatures::isFeature);
  }

  private void addAnnotations(AnnotatedElement element, String name) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (MetaAnnotations.of(annotation).stream().anyMatch(JupiterFeatures::isFeature)) {
        found.add('@' + type.getSimpleName() + name + extensions(annotation));
      }
    }
  }

  private static boolean isFeature(String annotation) {
    return ANNOTATIONS.contains(annotation) || annotation.startsWith(CONDITIONS);
  }

  /** The classes that {@code @ExtendWith} names, in brackets; empty for other annotations. */
  private static String extensions(Annotation annotation) {
    if (!annotation.annotationType().getName().equals(API + "extension.ExtendWith")) {
      return "";
    }
    try {
      Object value = annotation.annotationType().getMethod("value").invoke(annotation);
      List<String> names = Arrays.stream((Class<?>[]) value).map(Class::getSimpleName).toList();
      return '(' + String.join(", ", names) + ')';
    } catch (ReflectiveOperationException | RuntimeException missingExtension) {
      return ""; // Jupiter will name it
    }
  }

  private void addSettings(ClassLoader loader) {
    JupiterSettings settings = JupiterSettings.of(loader);
    for (String setting : SETTINGS) {
      settings
          .get(setting)
          .filter(value -> !value.equals("false") && !value.equals("per_method"))
          .ifPresent(value -> found.add(setting));
    }
  }

  /**
   * Whether Jupiter runs a method that is annotated as a target.
   *
   * @param type the class that runs, which declares the method or inherits it
   */
  public static boolean isJupiters(Class<?> type, Method target) {
    int ofMethod = target.getModifiers();
    return !Modifier.isStatic(ofMethod)
        && !Modifier.isPrivate(ofMethod)
        && target.getReturnType() == void.class
        && !Modifier.isPrivate(type.getModifiers());
  }

  /** The reason from {@code @Disabled} on a target or its class; null when it is on neither. */
  static String disabledReason(Class<?> type, Method target) {
    for (AnnotatedElement element : List.of(target, type)) {
      if (MetaAnnotations.isOn(element, DISABLED)) {
        return MetaAnnotations.value(element, DISABLED, "value")
            .filter(reason -> !reason.isBlank())
            .orElse("it is @Disabled");
      }
    }
    return null;
  }
}
