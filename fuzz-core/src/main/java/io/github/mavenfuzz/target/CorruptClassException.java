package io.github.mavenfuzz.target;

/** A file is not a class file that can be read; the message continues "the class file X". */
final class CorruptClassException extends Exception {
  private static final long serialVersionUID = 1L;

  CorruptClassException(String message, Throwable cause) {
    super(message, cause);
  }
}
