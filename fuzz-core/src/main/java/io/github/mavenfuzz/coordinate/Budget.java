package io.github.mavenfuzz.coordinate;

import java.time.Duration;

/**
 * The time and the runs that one target may take; whichever ends first ends it. The time that JVMs
 * take to start does not count, or a busy machine could end a run that has run nothing.
 */
final class Budget {
  private final Duration duration;
  private final long executions;
  private boolean begun;
  private long startNanos;
  private long runs;
  private long reserved;

  /**
   * @param executions 0 means no limit
   */
  Budget(Duration duration, long executions) {
    this.duration = duration;
    this.executions = executions;
  }

  /** Lets the time run, from the first call on. */
  void begin() {
    if (!begun) {
      begun = true;
      startNanos = System.nanoTime();
    }
  }

  /** The time since the budget began; zero before. */
  Duration elapsed() {
    return begun ? Duration.ofNanos(System.nanoTime() - startNanos) : Duration.ZERO;
  }

  /** How much time is left; negative when it is over. */
  Duration remaining() {
    return duration.minus(elapsed());
  }

  /** Calls of the target so far. */
  long runs() {
    return runs;
  }

  boolean isOver() {
    return executions > 0 && runs >= executions || remaining().isNegative();
  }

  /** Whether a worker could be given runs that no other worker has been promised. */
  boolean canReserve() {
    return executions == 0 || runs + reserved < executions;
  }

  /**
   * Promises runs to a worker.
   *
   * @param wanted 0 means as many as there are
   * @return how many it may make; 0 means no limit
   */
  long reserve(long wanted) {
    if (executions == 0) {
      return wanted;
    }
    long left = executions - runs - reserved;
    long granted = wanted == 0 ? left : Math.min(wanted, left);
    reserved += granted;
    return granted;
  }

  /** Takes a promise back. */
  void release(long granted) {
    reserved -= executions == 0 ? 0 : granted;
  }

  void addRuns(long more) {
    runs += more;
  }
}
