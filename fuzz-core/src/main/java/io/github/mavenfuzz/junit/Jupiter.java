package io.github.mavenfuzz.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;

/** Facts of JUnit Jupiter that the engine needs; Jupiter may be missing from the class path. */
final class Jupiter {
  private static final String ENGINE = "org.junit.jupiter.engine.JupiterTestEngine";
  private static final String API = "org.junit.jupiter.api.Tag";

  private Jupiter() {}

  /** Whether JUnit's launcher finds Jupiter's engine. */
  static boolean hasEngine() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return isPresent(ENGINE, context != null ? context : ClassLoader.getSystemClassLoader());
  }

  /** The tags from {@code @Tag}. */
  static Set<TestTag> tags(AnnotatedElement element) {
    Set<TestTag> tags = new LinkedHashSet<>();
    if (hasApi()) {
      AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream()
          .map(Tag::value)
          .filter(TestTag::isValid)
          .map(TestTag::create)
          .forEach(tags::add);
    }
    return tags;
  }

  /** The reason from {@code @Disabled}, which may be an empty string. */
  static Optional<String> disabled(AnnotatedElement element) {
    return hasApi()
        ? AnnotationSupport.findAnnotation(element, Disabled.class).map(Disabled::value)
        : Optional.empty();
  }

  private static boolean hasApi() {
    return isPresent(API, Jupiter.class.getClassLoader());
  }

  private static boolean isPresent(String className, ClassLoader loader) {
    try {
      Class.forName(className, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
