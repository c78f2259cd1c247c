package io.github.mavenfuzz.worker;

import java.util.List;
import java.util.function.Predicate;

/**
 * When to look whether a run hangs where one has hung before: such a run is known, and waiting for
 * its deadline each time it comes round would take the time of a whole session. On the watchdog's
 * thread, but for {@link #expect}.
 */
final class KnownHangDeadline {
  /** The part of the deadline after which it is time to look. */
  private static final int PART = 10;

  /**
   * So much longer than the runs that have returned a run takes before it can be one that hangs.
   */
  private static final int TIMES_SLOW = 50;

  private final long timeoutNanos;
  private long slowestNanos;

  /** The slowest but one: the first run of a JVM, which loads the classes, says nothing. */
  private long slowNanos;

  /** When the run that is under way was looked at last; zero when it was not. */
  private long lookedNanos;

  /** Null when no hang is known. */
  private volatile Predicate<List<StackTraceElement[]>> known;

  KnownHangDeadline(long timeoutNanos) {
    this.timeoutNanos = timeoutNanos;
  }

  /** As {@link Watchdog#expect}; in the main thread. */
  void expect(Predicate<List<StackTraceElement[]>> known) {
    this.known = known;
  }

  /** A run has returned by itself. */
  void passed(long nanos) {
    slowNanos = Math.max(slowNanos, Math.min(nanos, slowestNanos));
    slowestNanos = Math.max(slowestNanos, nanos);
  }

  /**
   * Whether to look at the run, which is so again when as much time has gone by.
   *
   * @param nanos how long the run has taken so far
   */
  boolean isDue(long nanos) {
    if (known == null) {
      return false;
    }
    long patience = Math.max(timeoutNanos / PART, TIMES_SLOW * slowNanos);
    lookedNanos = nanos < lookedNanos ? 0 : lookedNanos;
    if (nanos - lookedNanos < patience) {
      return false;
    }
    lookedNanos = nanos;
    return true;
  }

  boolean isKnown(List<StackTraceElement[]> samples) {
    Predicate<List<StackTraceElement[]>> now = known;
    return now != null && now.test(samples);
  }
}
