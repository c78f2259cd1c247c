package io.github.mavenfuzz.junit;

/**
 * A target or an input that cannot be run; the message is a sentence for the user. Without a stack,
 * which would only show how tests are found.
 */
final class ReplayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReplayException(String message) {
    super(message, null, true, false);
  }
}
