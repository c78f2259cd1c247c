package io.github.mavenfuzz.jazzer;

import java.util.ArrayList;
import java.util.List;

/** What a target takes from its providers in one run of a tracing JVM; any thread may add to it. */
public final class TakenLog {
  private static final int MOST = 1 << 10;

  private List<TakenValue> taken = new ArrayList<>();

  synchronized void add(TakenValue value) {
    if (taken.size() < MOST) {
      taken.add(value);
    }
  }

  /** What was taken since the last call. */
  public synchronized List<TakenValue> drain() {
    List<TakenValue> drained = taken;
    taken = new ArrayList<>();
    return drained;
  }
}
