package io.github.mavenfuzz.lifecycle;

/** A method that prepares or ends a target has failed; the message names it, the cause says how. */
public final class LifecycleException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message which part of the target's class has failed, and how, such as {@code @BeforeAll
   *     connect threw an exception}
   * @param cause null when the message says it all
   */
  public LifecycleException(String message, Throwable cause) {
    super(message, cause);
  }
}
