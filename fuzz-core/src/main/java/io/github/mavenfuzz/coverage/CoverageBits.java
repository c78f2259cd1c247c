package io.github.mavenfuzz.coverage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Loops over counters, bits and masks, eight probes at a time. A counter becomes a bit by rounding
 * it down to a power of two, so that 1, 2-3, 4-7 ... hits are different bits of the probe's byte,
 * and the bits of many runs can be merged by or.
 */
public final class CoverageBits {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private CoverageBits() {}

  /** Rounds each of the eight bytes down to a power of two; 0 stays 0. */
  static long round(long hits) {
    long x = hits;
    x |= (x >>> 1) & 0x7F7F7F7F7F7F7F7FL;
    x |= (x >>> 2) & 0x3F3F3F3F3F3F3F3FL;
    x |= (x >>> 4) & 0x0F0F0F0F0F0F0F0FL;
    return x - ((x >>> 1) & 0x7F7F7F7F7F7F7F7FL);
  }

  /**
   * Writes the bits of all counters.
   *
   * @param used how many counters count; both arrays are at least seven bytes longer
   */
  public static void snapshot(byte[] hits, byte[] bits, int used) {
    for (int i = 0; i < used; i += Long.BYTES) {
      LONGS.set(bits, i, round((long) LONGS.get(hits, i)));
    }
  }

  /** Whether {@code bits} has all of {@code wanted}. */
  public static boolean contains(byte[] bits, byte[] wanted, int length) {
    for (int i = 0; i < length; i++) {
      if ((wanted[i] & ~bits[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Drops from {@code bits} what {@code others} lacks. */
  public static void retain(byte[] bits, byte[] others, int length) {
    for (int i = 0; i < length; i++) {
      bits[i] &= others[i];
    }
  }

  /** Adds to {@code mask} what {@code bits} has. */
  public static void merge(byte[] mask, byte[] bits, int length) {
    for (int i = 0; i < length; i++) {
      mask[i] |= bits[i];
    }
  }
}
