package io.github.mavenfuzz.process;

import io.github.mavenfuzz.comm.WorkerSettings.Insertion;
import java.time.Duration;

/** The purpose for which a worker JVM is started. */
public enum JvmPurpose {
  /** To run many inputs. */
  FUZZ,
  /** To run a single input, in the same way. */
  REPEAT,
  /**
   * To run a single input without probes, as its regression test will. Probes would take most of
   * the time of such a JVM.
   */
  PLAIN,
  /** To run a single input for a short time only, which has to tell whether it hangs. */
  HASTY,
  /** To run many inputs once each, and tell of the comparisons that they meet. */
  TRACE;

  /** A short look takes one part of so many of a run's deadline. */
  private static final int PART = 10;

  /** A run of this length may be slow only because it is the first, which loads the classes. */
  private static final Duration SLOW_START = Duration.ofSeconds(1);

  public boolean isForSingleRun() {
    return this != FUZZ && this != TRACE;
  }

  /** What the agent adds to the code of the target. */
  public Insertion insertion() {
    return switch (this) {
      case PLAIN -> Insertion.NOTHING;
      case TRACE -> Insertion.TRACES;
      default -> Insertion.PROBES;
    };
  }

  public boolean hasProbes() {
    return insertion() == Insertion.PROBES;
  }

  /**
   * The deadline of its runs.
   *
   * @param timeout the deadline of runs in all other JVMs
   */
  public Duration deadline(Duration timeout) {
    if (this != HASTY && this != TRACE) { // what is traced has passed in another JVM
      return timeout;
    }
    Duration part = timeout.dividedBy(PART);
    Duration least = part.compareTo(SLOW_START) < 0 ? SLOW_START : part;
    return least.compareTo(timeout) < 0 ? least : timeout;
  }
}
