package io.github.mavenfuzz.junit;

/** A target or an input that cannot be run; the message is a sentence for the user. */
final class ReplayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause null when the message says everything
   */
  ReplayException(String message, Throwable cause) {
    super(message, cause);
  }
}
