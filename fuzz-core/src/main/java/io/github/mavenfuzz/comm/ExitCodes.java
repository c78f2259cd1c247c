package io.github.mavenfuzz.comm;

/** The codes with which a worker JVM halts itself. */
public final class ExitCodes {
  /** A run outlived its deadline. */
  public static final int DEADLINE = 81;

  /** A fault of the engine. */
  public static final int INTERNAL = 82;

  /** The heap was full while no run was under way. */
  public static final int OUT_OF_MEMORY = 83;

  /** The connection has ended, or the response that was sent was the last. */
  public static final int STOPPED = 84;

  private ExitCodes() {}
}
