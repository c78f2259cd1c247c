package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.failure.FailureDescriber;

/** The target cannot be run at all. */
final class TargetLoadException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final String JAZZER_API = "com/code_intelligence/jazzer/api/";

  /** A target may throw causes without an end. */
  private static final int MOST_CAUSES = 20;

  /**
   * @param reason what is wrong with the target, without naming it
   * @param cause what was thrown, or null
   */
  TargetLoadException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** The end of a sentence that begins with the target, with the trace of what was thrown. */
  String explanation() {
    if (lacksJazzerApi()) {
      return "jazzer-api is not on the class path; add com.code-intelligence:jazzer-api to it (a"
          + " dependency in the scope test, or an element of --cp).";
    }
    return getCause() == null
        ? getMessage() + '.'
        : getMessage() + ": " + FailureDescriber.describe(getCause()).stackTrace().strip();
  }

  private boolean lacksJazzerApi() {
    Throwable thrown = getCause();
    for (int i = 0; i < MOST_CAUSES && thrown != null; i++) {
      boolean missing =
          thrown.getClass() == NoClassDefFoundError.class
              || thrown.getClass() == ClassNotFoundException.class;
      // The JVM names a class that is missing with slashes, a class loader with dots.
      if (missing && String.valueOf(thrown.getMessage()).replace('.', '/').startsWith(JAZZER_API)) {
        return true;
      }
      thrown = thrown.getCause();
    }
    return false;
  }
}
