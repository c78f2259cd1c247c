package io.github.mavenfuzz.lifecycle;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The annotations of an element and the annotations of those, by the names of their classes, since
 * these may be missing or come from another class loader.
 */
public final class MetaAnnotations {
  /** They make a method a target; how JUnit runs it, which they carry, says nothing more. */
  private static final Set<String> OF_TARGETS =
      Set.of("io.github.mavenfuzz.api.FuzzTest", "com.code_intelligence.jazzer.junit.FuzzTest");

  private MetaAnnotations() {}

  /** Whether an element carries an annotation, or one that carries it at any depth. */
  public static boolean isOn(AnnotatedElement element, String annotation) {
    return of(element).containsKey(annotation);
  }

  /**
   * All annotations that an element carries, itself or by others, by the names of their classes.
   */
  static Map<String, Annotation> of(AnnotatedElement element) {
    Map<String, Annotation> found = new LinkedHashMap<>();
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      add(annotation, found);
    }
    return found;
  }

  /** The names of an annotation and of all that it carries. */
  static Set<String> of(Annotation annotation) {
    Map<String, Annotation> found = new LinkedHashMap<>();
    add(annotation, found);
    return found.keySet();
  }

  /** Annotations may carry each other in circles. */
  private static void add(Annotation annotation, Map<String, Annotation> found) {
    String name = annotation.annotationType().getName();
    boolean isJdks = name.startsWith("java.lang.");
    boolean isNew = !isJdks && found.putIfAbsent(name, annotation) == null;
    if (isNew && !OF_TARGETS.contains(name)) {
      for (Annotation meta : annotation.annotationType().getDeclaredAnnotations()) {
        add(meta, found);
      }
    }
  }

  /**
   * An element of an annotation as text.
   *
   * @param annotation the name of its class
   * @return empty when there is no such annotation, or its version has no such element
   */
  static Optional<String> value(AnnotatedElement annotated, String annotation, String element) {
    Annotation found = of(annotated).get(annotation);
    try {
      return found == null
          ? Optional.empty()
          : Optional.of(String.valueOf(found.annotationType().getMethod(element).invoke(found)));
    } catch (ReflectiveOperationException olderVersion) {
      return Optional.empty();
    }
  }
}
