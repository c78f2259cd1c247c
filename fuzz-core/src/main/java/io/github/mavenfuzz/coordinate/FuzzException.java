package io.github.mavenfuzz.coordinate;

/** A target could not be fuzzed; the message is a sentence for the user. */
public final class FuzzException extends Exception {
  private static final long serialVersionUID = 1L;

  public FuzzException(String message) {
    super(message);
  }

  public FuzzException(String message, Throwable cause) {
    super(message, cause);
  }
}
