package io.github.mavenfuzz.worker;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long a run waits for its threads.
 *
 * @param ofMany nanoseconds, for one run among many
 * @param ofSingle nanoseconds, for a run that is made for the sake of its failure
 * @param ofSingleBusy nanoseconds, for such a run while its threads are at work, say at filling the
 *     heap; a worker JVM that takes much longer counts as one that stands still
 * @param clock as {@link System#nanoTime()}
 */
record WaitLimits(long ofMany, long ofSingle, long ofSingleBusy, LongSupplier clock) {
  /** What a worker JVM has. */
  static final WaitLimits USUAL =
      new WaitLimits(
          TimeUnit.MILLISECONDS.toNanos(100),
          TimeUnit.SECONDS.toNanos(1),
          TimeUnit.SECONDS.toNanos(4),
          System::nanoTime);
}
