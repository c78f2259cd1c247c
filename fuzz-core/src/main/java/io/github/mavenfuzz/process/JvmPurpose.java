package io.github.mavenfuzz.process;

/** What a worker JVM is started for. */
public enum JvmPurpose {
  /** To run many inputs. */
  FUZZ,
  /** To run a single input, in the same way. */
  REPEAT,
  /**
   * To run a single input without probes, as its regression test will: most of the time that such a
   * JVM takes would go into them.
   */
  PLAIN;

  public boolean isForSingleRun() {
    return this != FUZZ;
  }

  public boolean hasProbes() {
    return this != PLAIN;
  }
}
