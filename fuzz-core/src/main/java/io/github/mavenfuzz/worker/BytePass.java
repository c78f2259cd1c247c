package io.github.mavenfuzz.worker;

import java.util.Arrays;

/**
 * The steps that make a run of bytes smaller, and then simpler, in the order in which they pay.
 * Each returns the smallest value that the trial accepted.
 */
enum BytePass {
  /** Cuts the end off, in steps that halve. */
  CUT_TAIL {
    @Override
    byte[] shrink(byte[] value, Trial<byte[]> trial) {
      byte[] best = value;
      for (int step = best.length; step > 0; step /= 2) {
        while (best.length >= step) {
          byte[] candidate = Arrays.copyOf(best, best.length - step);
          if (!trial.accepts(candidate)) {
            break;
          }
          best = candidate;
        }
      }
      return best;
    }
  },

  /**
   * Removes chunks, from half of the value down to single bytes, each time from the end to the
   * beginning: the complements of delta debugging (Zeller and Hildebrandt, 2002).
   */
  REMOVE_CHUNKS {
    @Override
    byte[] shrink(byte[] value, Trial<byte[]> trial) {
      byte[] best = value;
      for (int size = Integer.highestOneBit(Math.max(1, value.length / 2)); size > 0; ) {
        int before = best.length;
        for (int from = best.length - size; from >= 0 && !trial.isOver(); from -= size) {
          byte[] candidate = without(best, from, from + size);
          if (trial.accepts(candidate)) {
            best = candidate;
          }
        }
        // Removing one byte can make others removable.
        size = size == 1 && best.length < before && !trial.isOver() ? 1 : size / 2;
      }
      return best;
    }
  },

  /** Removes two single bytes at once, such as an opening and a closing bracket. */
  REMOVE_PAIRS {
    @Override
    byte[] shrink(byte[] value, Trial<byte[]> trial) {
      byte[] best = value;
      for (int i = 0; i < best.length && best.length <= MAX_PAIRED_LENGTH; i++) {
        for (int j = best.length - 1; j > i && !trial.isOver(); j--) {
          byte[] candidate = without(without(best, j, j + 1), i, i + 1);
          if (trial.accepts(candidate)) {
            best = candidate;
            j = Math.min(j, best.length);
          }
        }
      }
      return best;
    }
  },

  /** Replaces each byte by the first of a few plain characters that will do. */
  SIMPLIFY {
    @Override
    byte[] shrink(byte[] value, Trial<byte[]> trial) {
      byte[] best = value;
      for (int i = 0; i < best.length && !trial.isOver(); i++) {
        for (int c = 0; c < PLAIN.length() && best[i] != (byte) PLAIN.charAt(c); c++) {
          byte[] candidate = best.clone();
          candidate[i] = (byte) PLAIN.charAt(c);
          if (trial.accepts(candidate)) {
            best = candidate;
            break;
          }
        }
      }
      return best;
    }
  };

  /** Above this length, trying all pairs would take too many runs. */
  private static final int MAX_PAIRED_LENGTH = 200;

  /** Plainest first: a byte is only ever replaced by one that stands before it. */
  private static final String PLAIN = "0129aAbBzZ xyXY-+.,:;'\"()[]{}<>/";

  /** Whether the pass takes about as many runs as the value has bytes, and not many more. */
  boolean isCheap() {
    return this == CUT_TAIL || this == REMOVE_CHUNKS;
  }

  /**
   * @param value is not changed
   * @return a value at most as long as the given one
   */
  abstract byte[] shrink(byte[] value, Trial<byte[]> trial);

  private static byte[] without(byte[] value, int from, int to) {
    byte[] shorter = Arrays.copyOf(value, value.length - (to - from));
    System.arraycopy(value, to, shorter, from, value.length - to);
    return shorter;
  }
}
