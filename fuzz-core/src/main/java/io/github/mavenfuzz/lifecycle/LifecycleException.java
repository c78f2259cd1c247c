package io.github.mavenfuzz.lifecycle;

/** A method that prepares or ends a target has failed; the message names it, the cause says how. */
public final class LifecycleException extends Exception {
  private static final long serialVersionUID = 1L;

  LifecycleException(String message, Throwable cause) {
    super(message, cause);
  }
}
