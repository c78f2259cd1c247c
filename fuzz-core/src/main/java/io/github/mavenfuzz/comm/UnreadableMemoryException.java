package io.github.mavenfuzz.comm;

/**
 * The shared memory has what neither side writes: the target has overwritten it. The coordinator
 * then ends the worker JVM and makes another memory; a worker JVM that notices it first halts.
 */
public final class UnreadableMemoryException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public UnreadableMemoryException(String message) {
    super(message);
  }
}
