package io.github.mavenfuzz.failure;

/** The ways in which a run of a target fails. */
public enum FailureKind {
  /** A throwable escaped, on the target's own thread or on one that it started. */
  EXCEPTION("crash", true),
  /** An {@link OutOfMemoryError} escaped. */
  OUT_OF_MEMORY("oom", false),
  /** The run did not return within its deadline. */
  HANG("timeout", false),
  /** The target ended the worker JVM, by {@link System#exit} or a halt. */
  EXIT("exit", false),
  /** The worker JVM died of a signal that it raised itself, such as SIGSEGV. */
  SIGNAL("crash", false);

  private final String filePrefix;
  private final boolean repeatable;

  FailureKind(String filePrefix, boolean repeatable) {
    this.filePrefix = filePrefix;
    this.repeatable = repeatable;
  }

  /** What the names of crashers of this kind begin with. */
  public String filePrefix() {
    return filePrefix;
  }

  /** Whether the same worker JVM can go on running inputs, so that the crasher can be minimised. */
  public boolean isRepeatable() {
    return repeatable;
  }
}
