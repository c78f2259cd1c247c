package io.github.mavenfuzz.junit;

/**
 * A note on what a target has thrown that names the input, because a build log shows a test's
 * number rather than its name. It is attached as suppressed: that leaves type, message and cause
 * alone, and shows wherever the stack is printed.
 */
final class FailedInput extends Exception {
  private static final long serialVersionUID = 1L;

  private FailedInput(String origin) {
    super(origin, null, false, false);
  }

  /** Attaches the note; an exception that forbids suppression stays as it is. */
  static void note(Throwable thrown, ReplayInput input) {
    thrown.addSuppressed(new FailedInput(input.origin()));
  }
}
