package io.github.mavenfuzz.shrink;

import io.github.mavenfuzz.slot.MutableInput;

/**
 * Counts candidates, and ends when nothing got smaller for a while: for a large input a longer one.
 */
final class Tries {
  /** So many candidates in a row may be refused, whatever the size of the input. */
  private static final long LEAST = 4_000;

  /** So many more for each byte that the input has. */
  private static final long PER_BYTE = 32;

  private long successes;
  private long failuresSince;

  void tried(boolean accepted) {
    successes += accepted ? 1 : 0;
    failuresSince = accepted ? 0 : failuresSince + 1;
  }

  /** How many candidates were accepted. */
  long successes() {
    return successes;
  }

  /** Whether too many candidates in a row were refused for an input of this size. */
  boolean isOver(MutableInput input) {
    return failuresSince > LEAST && failuresSince > LEAST + PER_BYTE * weight(input);
  }

  private static long weight(MutableInput input) {
    long weight = 0;
    for (int i = 0; i < input.size(); i++) {
      weight += input.slot(i).weight();
    }
    return weight;
  }
}
