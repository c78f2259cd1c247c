package io.github.mavenfuzz.comm;

/** The codes with which a worker JVM halts itself. */
public final class ExitCodes {
  /** The coordinator closed the connection or is gone. */
  public static final int STOPPED = 0;

  /** A run outlived its deadline. */
  public static final int DEADLINE = 81;

  /** A fault of the engine. */
  public static final int INTERNAL = 82;

  /** The heap was full while no run was under way. */
  public static final int OUT_OF_MEMORY = 83;

  private ExitCodes() {}
}
