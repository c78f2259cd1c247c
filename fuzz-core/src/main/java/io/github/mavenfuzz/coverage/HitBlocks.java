package io.github.mavenfuzz.coverage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The blocks of counters that a run has hit. Of many thousand loaded probes a run hits a few
 * hundred, so that after one look at all of them only these blocks are compared and set to 0.
 *
 * <p>Arrays of counters and masks have a length that is a multiple of {@link #SIZE}.
 */
public final class HitBlocks {
  /** Counters in a block. */
  public static final int SIZE = 64;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final byte[] hits;

  /** Where the blocks begin that were hit. */
  private int[] starts = new int[SIZE];

  private int count;

  /**
   * @param hits the counters
   */
  public HitBlocks(byte[] hits) {
    this.hits = hits;
  }

  /** The least length of an array with room for so many counters. */
  public static int roundUp(int counters) {
    return (counters + SIZE - 1) & -SIZE;
  }

  /**
   * Looks which blocks the run has hit. Nothing is decided from one block to the next, so that the
   * processor guesses nothing wrong.
   *
   * @param used how many counters can be other than 0
   */
  public void find(int used) {
    int blocks = roundUp(used) / SIZE;
    if (blocks > starts.length) {
      starts = new int[blocks * 2];
    }
    int[] found = starts;
    int n = 0;
    for (int i = 0; i < used; i += SIZE) {
      found[n] = i;
      n += any(hits, i) != 0 ? 1 : 0;
    }
    count = n;
  }

  private static long any(byte[] hits, int at) {
    return word(hits, at)
        | word(hits, at + 8)
        | word(hits, at + 16)
        | word(hits, at + 24)
        | word(hits, at + 32)
        | word(hits, at + 40)
        | word(hits, at + 48)
        | word(hits, at + 56);
  }

  /** Whether any counter in the blocks that were found has a bit that the mask lacks. */
  public boolean hasNew(byte[] mask) {
    for (int i = 0; i < count; i++) {
      int at = starts[i];
      if (beyond(hits, mask, at) != 0 && isNew(mask, at)) {
        return true;
      }
    }
    return false;
  }

  /** Not zero if a counter has a new bit; but for one of the lower bits of a counter, too. */
  private static long beyond(byte[] hits, byte[] mask, int at) {
    return (word(hits, at) & ~word(mask, at))
        | (word(hits, at + 8) & ~word(mask, at + 8))
        | (word(hits, at + 16) & ~word(mask, at + 16))
        | (word(hits, at + 24) & ~word(mask, at + 24))
        | (word(hits, at + 32) & ~word(mask, at + 32))
        | (word(hits, at + 40) & ~word(mask, at + 40))
        | (word(hits, at + 48) & ~word(mask, at + 48))
        | (word(hits, at + 56) & ~word(mask, at + 56));
  }

  private boolean isNew(byte[] mask, int start) {
    for (int i = start; i < start + SIZE; i += Long.BYTES) {
      if ((CoverageBits.round(word(hits, i)) & ~word(mask, i)) != 0) {
        return true;
      }
    }
    return false;
  }

  private static long word(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** Sets the counters in the blocks that were found to 0. */
  public void clear() {
    for (int i = 0; i < count; i++) {
      int at = starts[i];
      LONGS.set(hits, at, 0L);
      LONGS.set(hits, at + 8, 0L);
      LONGS.set(hits, at + 16, 0L);
      LONGS.set(hits, at + 24, 0L);
      LONGS.set(hits, at + 32, 0L);
      LONGS.set(hits, at + 40, 0L);
      LONGS.set(hits, at + 48, 0L);
      LONGS.set(hits, at + 56, 0L);
    }
  }
}
