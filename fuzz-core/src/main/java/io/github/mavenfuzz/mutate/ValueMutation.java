package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteRun;

/**
 * Mutations of what bytes say: they change one byte, or 2, 4 or 8 that are taken for a number in
 * either byte order. The repertoire is that of the Go fuzzer.
 */
public enum ValueMutation implements ByteMutation {
  FLIP_BIT {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      if (run.length() == 0) {
        return false;
      }
      int at = random.below(run.length());
      run.array()[at] ^= (byte) (1 << random.below(8));
      return true;
    }
  },

  /** Overwrites a byte with a random one that differs. */
  XOR_BYTE {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      if (run.length() == 0) {
        return false;
      }
      int at = random.below(run.length());
      run.array()[at] ^= (byte) (1 + random.below(255));
      return true;
    }
  },

  ADD_TO_BYTE {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      return add(run, random, 1);
    }
  },

  ADD_TO_SHORT {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      return add(run, random, 2);
    }
  },

  ADD_TO_INT {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      return add(run, random, 4);
    }
  },

  ADD_TO_LONG {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      return add(run, random, 8);
    }
  },

  INTERESTING_BYTE {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      return overwrite(run, random, 1, InterestingValues.OF_8_BITS);
    }
  },

  INTERESTING_SHORT {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      return overwrite(run, random, 2, InterestingValues.OF_16_BITS);
    }
  },

  INTERESTING_INT {
    @Override
    public boolean apply(ByteRun run, PcgRandom random) {
      return overwrite(run, random, 4, InterestingValues.OF_32_BITS);
    }
  };

  private static final int MAX_SUMMAND = 35;

  private static boolean add(ByteRun run, PcgRandom random, int size) {
    if (run.length() < size) {
      return false;
    }
    int at = random.below(run.length() - size + 1);
    long summand = 1 + random.below(MAX_SUMMAND);
    if (random.nextBoolean()) {
      summand = -summand;
    }
    boolean little = size > 1 && random.nextBoolean();
    byte[] bytes = run.array();
    write(bytes, at, size, little, read(bytes, at, size, little) + summand);
    return true;
  }

  private static boolean overwrite(ByteRun run, PcgRandom random, int size, long[] values) {
    if (run.length() < size) {
      return false;
    }
    int at = random.below(run.length() - size + 1);
    long value = values[random.below(values.length)];
    boolean little = size > 1 && random.nextBoolean();
    return write(run.array(), at, size, little, value);
  }

  private static long read(byte[] bytes, int at, int size, boolean little) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      int from = little ? at + size - 1 - i : at + i;
      value = value << 8 | bytes[from] & 0xFF;
    }
    return value;
  }

  /** Returns whether that changed a byte. */
  private static boolean write(byte[] bytes, int at, int size, boolean little, long value) {
    int difference = 0;
    for (int i = 0; i < size; i++) {
      int to = little ? at + i : at + size - 1 - i;
      byte b = (byte) (value >> 8 * i);
      difference |= bytes[to] ^ b;
      bytes[to] = b;
    }
    return difference != 0;
  }
}
