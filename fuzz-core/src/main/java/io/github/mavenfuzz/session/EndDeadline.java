package io.github.mavenfuzz.session;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a run may go on past its budget, for the sake of failures only. Belongs to the
 * coordinator's thread.
 */
final class EndDeadline {
  private static final Duration MINIMIZE = Duration.ofSeconds(4);

  /** To confirm a failure that is no hang, on a machine of ordinary speed. */
  private static final Duration CONFIRM = Duration.ofSeconds(5);

  /** No longer hang is waited for. */
  private static final Duration LONGEST_HANG = Duration.ofSeconds(10);

  /** However many failures wait, each of which takes about a start of a JVM. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

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
  EndDeadline(Duration timeout, LongSupplier nanoTime) {
    this.timeout = timeout;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  /** Takes note that the first worker JVM is ready: a confirmation takes about as long. */
  void started() {
    start = Duration.ofNanos(nanoTime.getAsLong() - begun);
  }

  /** How long past the budget a failure may be made smaller. */
  Duration toMinimize() {
    return MINIMIZE;
  }

  /**
   * How long past the budget failures may be looked into in all.
   *
   * @param waiting how many failures wait for that when the budget ends, beside those under way
   */
  Duration inAll(int waiting) {
    Duration hang = shorter(timeout, LONGEST_HANG);
    Duration one = longer(start.multipliedBy(STARTS), CONFIRM);
    Duration others = start.multipliedBy(waiting);
    return MINIMIZE.plus(hang).plus(one).plus(shorter(others, LONGEST_WAIT));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
