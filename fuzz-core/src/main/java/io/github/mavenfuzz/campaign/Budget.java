package io.github.mavenfuzz.campaign;

import java.time.Duration;

/**
 * The time and the runs that one target may take; whichever ends first ends it. The time runs only
 * while workers serve the target, and not before the first JVM has started, or a busy machine could
 * end a campaign that has run nothing. Belongs to the coordinator's thread.
 */
public final class Budget {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** Below this, sharing costs more than it gives. */
  private static final long SMALLEST_SHARE = 1000;

  private final Duration duration;
  private final long executions;
  private boolean begun;
  private boolean running;

  /** When the time was resumed last. */
  private long startNanos;

  /** What had run until then. */
  private Duration spent = Duration.ZERO;

  private long runs;
  private long extraRuns;
  private long reserved;

  /**
   * @param executions 0 means no limit
   */
  public Budget(Duration duration, long executions) {
    this.duration = duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
    this.executions = executions;
  }

  /**
   * Lets the time run, if it does not.
   *
   * @return whether it has never run before
   */
  boolean resume() {
    boolean first = !begun;
    if (!running) {
      begun = true;
      running = true;
      startNanos = System.nanoTime();
    }
    return first;
  }

  /** Stops the time until it is resumed. */
  void pause() {
    spent = elapsed();
    running = false;
  }

  /** The time that has run so far. */
  Duration elapsed() {
    return running ? spent.plusNanos(System.nanoTime() - startNanos) : spent;
  }

  /** How much time is left; negative when it is over. */
  public Duration remaining() {
    return duration.minus(elapsed());
  }

  /** Calls of the target so far. */
  public long runs() {
    return runs + extraRuns;
  }

  public boolean isOver() {
    return executions > 0 && runs >= executions || remaining().isNegative();
  }

  /** Whether a worker could be given runs that no other worker has been promised. */
  boolean canReserve() {
    return executions == 0 || left() > 0;
  }

  /**
   * One worker's part of the runs that are left.
   *
   * @return 0 means no limit
   */
  long share(int workers) {
    return executions == 0 ? 0 : Math.max(SMALLEST_SHARE, left() / workers);
  }

  /**
   * Promises runs to a worker; only when {@link #canReserve()}.
   *
   * @param wanted 0 means no limit, where there is none
   * @return how many it may make; 0 means no limit
   */
  long reserve(long wanted) {
    if (executions == 0) {
      return wanted;
    }
    long granted = Math.min(wanted, left());
    reserved += granted;
    return granted;
  }

  private long left() {
    return executions - runs - reserved;
  }

  /** Takes a promise back. */
  void release(long granted) {
    reserved -= executions == 0 ? 0 : granted;
  }

  public void addRuns(long more) {
    runs += more;
  }

  /** Counts runs that looked into a failure: those are not what the limit is for. */
  void addExtraRuns(long more) {
    extraRuns += more;
  }
}
