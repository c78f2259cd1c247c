package io.github.mavenfuzz.session;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a run may go on past its budget, for the sake of failures only. Belongs to the
 * coordinator's thread.
 */
final class Grace {
  private static final Duration MINIMIZE = Duration.ofSeconds(4);

  /** To confirm a failure that is no hang, on a machine of ordinary speed. */
  private static final Duration CONFIRM = Duration.ofSeconds(5);

  /** No longer hang is waited for. */
  private static final Duration LONGEST_HANG = Duration.ofSeconds(10);

  /** A JVM starts slower while others are busy. */
  private static final int STARTS = 3;

  private final Duration timeout;
  private final LongSupplier nanoTime;
  private final long begun;
  private Duration start = Duration.ZERO;

  /**
   * @param timeout the deadline of one run
   * @param nanoTime as {@link System#nanoTime}
   */
  Grace(Duration timeout, LongSupplier nanoTime) {
    this.timeout = timeout;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  /** Takes note that the first worker JVM is ready: as long as that takes a confirmation, too. */
  void started() {
    start = Duration.ofNanos(nanoTime.getAsLong() - begun);
  }

  /** How long past the budget a failure may be made smaller. */
  Duration toMinimize() {
    return MINIMIZE;
  }

  /** How long past the budget a failure may be looked into in all. */
  Duration inAll() {
    Duration hang = timeout.compareTo(LONGEST_HANG) < 0 ? timeout : LONGEST_HANG;
    Duration starts = start.multipliedBy(STARTS);
    return MINIMIZE.plus(hang).plus(starts.compareTo(CONFIRM) > 0 ? starts : CONFIRM);
  }
}
