package io.github.mavenfuzz.input;

/** A file does not hold an input of the expected types; the message is a sentence for the user. */
public final class MalformedInputException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedInputException(String message) {
    super(message);
  }
}
