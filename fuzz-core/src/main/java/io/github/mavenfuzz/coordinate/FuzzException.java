package io.github.mavenfuzz.coordinate;

/** A target could not be fuzzed; the message is a sentence for the user. */
public sealed class FuzzException extends Exception
    permits KilledException, SkippedTargetException {
  private static final long serialVersionUID = 1L;

  public FuzzException(String message) {
    super(message);
  }

  public FuzzException(String message, Throwable cause) {
    super(message, cause);
  }
}
