package io.github.mavenfuzz.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.Set;

/** Looks for annotations by their names, as their types may be missing or come from elsewhere. */
final class MetaAnnotations {
  private MetaAnnotations() {}

  /** Whether a method or class carries an annotation, or one that carries it at any depth. */
  static boolean isOn(AnnotatedElement element, String annotation) {
    return isOn(element, annotation, new HashSet<>());
  }

  /**
   * @param seen those that were looked at: annotations may carry each other in circles
   */
  private static boolean isOn(AnnotatedElement element, String annotation, Set<Class<?>> seen) {
    for (Annotation each : element.getDeclaredAnnotations()) {
      Class<? extends Annotation> type = each.annotationType();
      boolean isJdks = type.getName().startsWith("java.lang.");
      if (!isJdks
          && (type.getName().equals(annotation)
              || seen.add(type) && isOn(type, annotation, seen))) {
        return true;
      }
    }
    return false;
  }
}
