package io.github.mavenfuzz.process;

/** A target could not be fuzzed; the message is a sentence for the user. */
public class FuzzException extends Exception {
  private static final long serialVersionUID = 1L;

  public FuzzException(String message) {
    super(message);
  }

  public FuzzException(String message, Throwable cause) {
    super(message, cause);
  }
}
