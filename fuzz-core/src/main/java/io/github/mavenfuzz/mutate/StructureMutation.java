package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteRun;
import java.util.Arrays;

/**
 * Mutations of where bytes are: they insert, remove, repeat, move and blank out chunks. The
 * repertoire and the lengths of chunks are those of the Go fuzzer.
 */
public enum StructureMutation implements ByteMutation {
  REMOVE_CHUNK {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      int length = run.length();
      if (length == 0) {
        return false;
      }
      int from = random.below(length);
      run.remove(from, from + chunkLength(random, length - from));
      return true;
    }
  },

  INSERT_RANDOM {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      int room = run.maxLength() - run.length();
      if (room <= 0) {
        return false;
      }
      int at = random.below(run.length() + 1);
      int size = chunkLength(random, Math.min(MAX_RANDOM, room));
      run.insertGap(at, size);
      random.fill(run.array(), at, at + size);
      return true;
    }
  },

  /** Inserts the same byte many times. */
  INSERT_CONSTANT {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      int room = run.maxLength() - run.length();
      if (room <= 0) {
        return false;
      }
      int at = random.below(run.length() + 1);
      int size = chunkLength(random, Math.min(MAX_CONSTANT, room));
      run.insertGap(at, size);
      Arrays.fill(run.array(), at, at + size, (byte) random.below(256));
      return true;
    }
  },

  /** Inserts a copy of a chunk. */
  DUPLICATE_CHUNK {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      int length = run.length();
      int room = run.maxLength() - length;
      if (length == 0 || room <= 0) {
        return false;
      }
      int from = random.below(length);
      int to = random.below(length + 1);
      int size = chunkLength(random, Math.min(length - from, room));
      run.insertGap(to, size);
      byte[] bytes = run.array();
      // the gap shifted the part of the chunk that lies behind it
      int ahead = Math.max(0, Math.min(size, to - from));
      System.arraycopy(bytes, from, bytes, to, ahead);
      System.arraycopy(bytes, from + ahead + size, bytes, to + ahead, size - ahead);
      return true;
    }
  },

  /** Overwrites a chunk with another, which may overlap. */
  OVERWRITE_WITH_CHUNK {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      int length = run.length();
      if (length < 2) {
        return false;
      }
      int from = random.below(length);
      int to = otherThan(from, random, length);
      int size = chunkLength(random, length - Math.max(from, to));
      byte[] bytes = run.array();
      if (Arrays.equals(bytes, from, from + size, bytes, to, to + size)) {
        return false;
      }
      System.arraycopy(bytes, from, bytes, to, size);
      return true;
    }
  },

  /** Overwrites a chunk with the same byte many times, which differs from the chunk's first. */
  OVERWRITE_WITH_CONSTANT {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      int length = run.length();
      if (length == 0) {
        return false;
      }
      int from = random.below(length);
      int size = chunkLength(random, length - from);
      byte[] bytes = run.array();
      Arrays.fill(bytes, from, from + size, (byte) (bytes[from] + 1 + random.below(255)));
      return true;
    }
  },

  /** Brings the bytes of a chunk into a random order, by the Fisher-Yates shuffle. */
  SHUFFLE_CHUNK {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      int length = run.length();
      if (length < 3) {
        return false;
      }
      int from = random.below(length);
      int size = chunkLength(random, length - from);
      if (size < 3) {
        return false;
      }
      boolean changed = false;
      for (int i = from + size - 1; i > from; i--) {
        changed |= swap(run.array(), i, from + random.below(i - from + 1));
      }
      return changed;
    }
  },

  SWAP_BYTES {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      int length = run.length();
      if (length < 2) {
        return false;
      }
      int one = random.below(length);
      return swap(run.array(), one, otherThan(one, random, length));
    }
  },

  /** Swaps two chunks of the same length that do not overlap. */
  SWAP_CHUNKS {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      int length = run.length();
      if (length < 2) {
        return false;
      }
      int one = random.below(length);
      int other = otherThan(one, random, length);
      int gap = Math.abs(one - other);
      int size = chunkLength(random, Math.min(gap, length - Math.max(one, other)));
      boolean changed = false;
      for (int i = 0; i < size; i++) {
        changed |= swap(run.array(), one + i, other + i);
      }
      return changed;
    }
  };

  private static final int MAX_RANDOM = 1024;
  private static final int MAX_CONSTANT = 4096;

  /**
   * A length for a chunk, mostly short: up to 8 in 90 % of cases, up to 32 in 9 %, else anything.
   *
   * @param max the longest possible, at least 1
   * @return at least 1
   */
  static int chunkLength(PcgRandom random, int max) {
    int percent = random.below(100);
    int limit = percent < 90 ? 8 : percent < 99 ? 32 : max;
    return 1 + random.below(Math.min(limit, max));
  }

  /** An index below {@code length}, which is at least 2, but not {@code index}. */
  static int otherThan(int index, PcgRandom random, int length) {
    int other = random.below(length - 1);
    return other < index ? other : other + 1;
  }

  /** Returns whether the two bytes differed. */
  private static boolean swap(byte[] bytes, int i, int j) {
    byte b = bytes[i];
    bytes[i] = bytes[j];
    bytes[j] = b;
    return b != bytes[i];
  }
}
