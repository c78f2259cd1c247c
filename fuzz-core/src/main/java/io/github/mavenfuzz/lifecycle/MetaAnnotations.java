package io.github.mavenfuzz.lifecycle;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
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
    return of(element).contains(annotation);
  }

  /** The names of all annotations that an element carries, itself or by others. */
  static Set<String> of(AnnotatedElement element) {
    Set<String> names = new LinkedHashSet<>();
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      add(annotation, names);
    }
    return names;
  }

  /** The names of an annotation and of all that it carries. */
  static Set<String> of(Annotation annotation) {
    Set<String> names = new LinkedHashSet<>();
    add(annotation, names);
    return names;
  }

  /** Annotations may carry each other in circles. */
  private static void add(Annotation annotation, Set<String> names) {
    Class<? extends Annotation> type = annotation.annotationType();
    boolean isJdks = type.getName().startsWith("java.lang.");
    if (!isJdks && names.add(type.getName()) && !OF_TARGETS.contains(type.getName())) {
      for (Annotation meta : type.getDeclaredAnnotations()) {
        add(meta, names);
      }
    }
  }
}
