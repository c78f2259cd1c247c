package io.github.mavenfuzz.process;

/**
 * A worker JVM was killed from outside before it could do anything; another one may live longer.
 */
public final class KilledException extends FuzzException {
  private static final long serialVersionUID = 1;

  KilledException(String message, Throwable cause) {
    super(message, cause);
  }
}
