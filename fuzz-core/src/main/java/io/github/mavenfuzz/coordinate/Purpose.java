package io.github.mavenfuzz.coordinate;

/** What a worker JVM is started for. */
enum Purpose {
  /** To run many inputs. */
  FUZZ,
  /** To run a single input, in the same way. */
  REPEAT,
  /**
   * To run a single input without probes, as its regression test will: most of the time that such a
   * JVM takes would go into them.
   */
  PLAIN;

  boolean isForSingleRun() {
    return this != FUZZ;
  }

  boolean hasProbes() {
    return this != PLAIN;
  }
}
