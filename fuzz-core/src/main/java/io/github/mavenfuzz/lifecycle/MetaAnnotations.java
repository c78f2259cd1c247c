package io.github.mavenfuzz.lifecycle;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The annotations of an element and the annotations of those, by the names of their classes, since
 * those may come from a library that the project lacks.
 */
final class MetaAnnotations {
  private MetaAnnotations() {}

  /** The names of all annotations that an element has, itself or by another annotation. */
  static Set<String> of(AnnotatedElement element) {
    Set<String> names = new LinkedHashSet<>();
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      add(annotation.annotationType(), names);
    }
    return names;
  }

  /** The names of an annotation's class and of all annotations that it has. */
  static Set<String> of(Class<? extends Annotation> type) {
    Set<String> names = new LinkedHashSet<>();
    add(type, names);
    return names;
  }

  private static void add(Class<? extends Annotation> type, Set<String> names) {
    boolean ofLanguage = type.getName().startsWith("java.lang.annotation.");
    if (!ofLanguage && names.add(type.getName())) {
      for (Annotation annotation : type.getDeclaredAnnotations()) {
        add(annotation.annotationType(), names);
      }
    }
  }
}
