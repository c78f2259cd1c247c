package io.github.mavenfuzz.bench.micro;

import io.github.mavenfuzz.boot.Counters;
import java.util.Random;

/**
 * The probes that one run hits: a quarter of those that are loaded and 500 at most, in stretches,
 * as methods of a class are.
 */
final class SparseHits {
  private static final int MOST = 500;
  private static final int STRETCH = 6;

  private final int[] indexes;

  /**
   * @param used how many probes are loaded
   */
  SparseHits(int used) {
    indexes = new int[Math.min(MOST, used / 4)];
    Random random = new Random(7);
    int from = 0;
    for (int i = 0; i < indexes.length; i++) {
      from = i % STRETCH == 0 ? random.nextInt(used - STRETCH) : from + 1;
      indexes[i] = from;
    }
  }

  /** Counts them. */
  void run() {
    for (int index : indexes) {
      Counters.HITS[index]++;
    }
  }
}
