package io.github.mavenfuzz.comm;

/**
 * The shared memory has what no worker JVM writes: the target has overwritten it. Thrown in the
 * coordinator, which ends the worker JVM and makes another memory.
 */
public final class UnreadableMemoryException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public UnreadableMemoryException(String message) {
    super(message);
  }
}
