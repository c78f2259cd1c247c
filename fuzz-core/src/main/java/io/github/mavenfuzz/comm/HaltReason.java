package io.github.mavenfuzz.comm;

/**
 * Why a worker JVM halted itself, left in the shared memory: an exit code alone could be the
 * target's.
 */
public enum HaltReason {
  /** It did not; if it is gone, the target or something outside ended it. */
  NONE,
  /** A run outlived its deadline and ignored an interrupt. */
  DEADLINE,
  /** The heap was full while no run was under way: earlier runs have filled it. */
  OUT_OF_MEMORY,
  /** A fault of the engine; the end of the worker JVM's output says which. */
  INTERNAL,
  /** The connection has ended: the coordinator closed it or is gone, or the target broke it. */
  STOPPED,
  /** What it left cannot be read, because the target has overwritten it or cut the file short. */
  UNREADABLE
}
