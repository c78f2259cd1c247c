package io.github.mavenfuzz.process;

import java.time.Duration;

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
  PLAIN,
  /** To run a single input of which a short look has to tell whether it hangs. */
  HASTY;

  /** The part of the deadline of a run that a short look takes. */
  private static final int PART = 10;

  /** A run that takes no longer may just be the first one, which loads the classes. */
  private static final Duration SLOW_START = Duration.ofSeconds(1);

  public boolean isForSingleRun() {
    return this != FUZZ;
  }

  public boolean hasProbes() {
    return this != PLAIN;
  }

  /**
   * The deadline of its runs.
   *
   * @param timeout that of all others
   */
  public Duration deadline(Duration timeout) {
    if (this != HASTY) {
      return timeout;
    }
    Duration part = timeout.dividedBy(PART);
    Duration least = part.compareTo(SLOW_START) < 0 ? SLOW_START : part;
    return least.compareTo(timeout) < 0 ? least : timeout;
  }
}
