package io.github.mavenfuzz.worker;

/** The target cannot be run at all. */
final class TargetLoadException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason what is wrong with the target, without naming it
   * @param cause what was thrown, or null
   */
  TargetLoadException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
