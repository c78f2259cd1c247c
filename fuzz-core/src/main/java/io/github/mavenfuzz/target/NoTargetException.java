package io.github.mavenfuzz.target;

/** A class that is named has no target; the message says why, without its end. */
public final class NoTargetException extends Exception {
  private static final long serialVersionUID = 1L;

  NoTargetException(String message) {
    super(message);
  }
}
