package io.github.mavenfuzz.coverage;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Bits that an input has to reach: of very few of all probes, so that only those are looked at. */
public final class WantedBits {
  private final int[] probes;
  private final byte[] bits;

  /**
   * @param bits of every probe, by its number; 0 where nothing is wanted
   */
  public WantedBits(byte[] bits) {
    this.bits = bits;
    this.probes = IntStream.range(0, bits.length).filter(i -> bits[i] != 0).toArray();
  }

  /**
   * Whether the last run has reached all of them.
   *
   * @param hits the counters
   */
  public boolean areReached(byte[] hits) {
    for (int probe : probes) {
      int reached = Integer.highestOneBit(hits[probe] & 0xFF);
      if ((bits[probe] & 0xFF & ~reached) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Drops all other bits. */
  public void retainIn(byte[] others) {
    CoverageBits.retain(others, bits, Math.min(others.length, bits.length));
    Arrays.fill(others, Math.min(others.length, bits.length), others.length, (byte) 0);
  }
}
