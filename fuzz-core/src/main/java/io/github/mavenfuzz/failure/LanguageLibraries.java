package io.github.mavenfuzz.failure;

import java.util.List;

/**
 * The libraries of languages, which are to them what the JDK is to Java: a failure in {@code
 * kotlin.collections} is one of the code that called it.
 */
final class LanguageLibraries {
  private static final List<String> NAMES =
      List.of(
          "kotlin.",
          "scala.",
          "groovy.",
          "org.codehaus.groovy.",
          "org.apache.groovy.",
          "clojure.lang.");

  private LanguageLibraries() {}

  /** Whether a class is of one of them. */
  static boolean have(String className) {
    for (String name : NAMES) { // at every failing run
      if (className.startsWith(name)) {
        return true;
      }
    }
    return false;
  }
}
