package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.type.LeafKind;

/** Mutations of byte, short, char, int and long; of boolean {@link #FLIP_BIT} only. */
enum IntegralMutation implements NumberMutation {
  /** Adds or subtracts 1 to 100, as the Go fuzzer does. */
  ADD {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      long summand = 1 + random.below(MAX_SUMMAND);
      return NumberBits.wrap(random.nextBoolean() ? bits - summand : bits + summand, type);
    }
  },

  FLIP_BIT {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      return NumberBits.wrap(bits ^ 1L << random.below(NumberBits.width(type)), type);
    }
  },

  INTERESTING_VALUE {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      long[] values = InterestingValues.ofIntegral(type);
      return values[random.below(values.length)];
    }
  },

  /** A power of two or a neighbour of one, with either sign. */
  POWER_OF_TWO {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      long power = 1L << random.below(NumberBits.width(type));
      long value = power - 1 + random.below(3);
      return NumberBits.wrap(random.nextBoolean() ? -value : value, type);
    }
  },

  /** As many random bits as another random number says, so that small numbers are not rare. */
  RANDOM_VALUE {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      int width = 1 + random.below(NumberBits.width(type));
      long value = random.nextLong() >>> Long.SIZE - width;
      return NumberBits.wrap(random.nextBoolean() ? -value : value, type);
    }
  };

  private static final int MAX_SUMMAND = 100;
}
