package io.github.mavenfuzz.mutate;

/** A dictionary cannot be used; the message is a sentence for the user. */
public final class DictionaryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  DictionaryException(String message, int line) {
    this(message, line, null);
  }

  DictionaryException(String message, int line, Throwable cause) {
    super(message, cause);
    this.line = line;
  }

  /** The line at fault, from 1; 0 when the file as a whole is. */
  public int line() {
    return line;
  }
}
