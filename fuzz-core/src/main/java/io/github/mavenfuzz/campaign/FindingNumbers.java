package io.github.mavenfuzz.campaign;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers the findings of a build. Several sessions of a build share one, such as those of its
 * modules, which may run at the same time.
 */
public final class FindingNumbers {
  private final AtomicInteger last = new AtomicInteger();

  /** The number of a finding that is reported for the first time, from 1 on. */
  public int next() {
    return last.incrementAndGet();
  }
}
