package io.github.mavenfuzz.it;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other processes do. */
public final class Wait {
  private static final long STEP_MILLIS = 20;

  private Wait() {}

  /**
   * Looks at a condition every few milliseconds.
   *
   * @return whether it became true in time
   */
  public static boolean until(Duration patience, Callable<Boolean> condition)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!call(condition)) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      Thread.sleep(STEP_MILLIS);
    }
    return true;
  }

  private static boolean call(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception e) {
      throw new AssertionError("what is waited for cannot be looked at", e);
    }
  }
}
