package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.type.LeafKind;

/**
 * Mutations of float and double. They leave the bits of NaN to {@link #FLIP_BIT}, since those that
 * arithmetic would give are not the same everywhere.
 */
enum FloatingMutation implements NumberMutation {
  /** Adds or subtracts 1 to 100, as the Go fuzzer does. */
  ADD {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      double summand = 1 + random.below(100);
      double value = NumberBits.toDouble(bits, type);
      return ofFinite(value, random.nextBoolean() ? value - summand : value + summand, bits, type);
    }
  },

  /** Multiplies by 2 to 10. */
  MULTIPLY {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      double value = NumberBits.toDouble(bits, type);
      return ofFinite(value, value * (2 + random.below(9)), bits, type);
    }
  },

  /** Divides by 2 to 10. */
  DIVIDE {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      double value = NumberBits.toDouble(bits, type);
      return ofFinite(value, value / (2 + random.below(9)), bits, type);
    }
  },

  /** Changes the sign, the exponent or the fraction. */
  FLIP_BIT {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      return NumberBits.wrap(bits ^ 1L << random.below(NumberBits.width(type)), type);
    }
  },

  INTERESTING_VALUE {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      double[] values = InterestingValues.ofFloating(type);
      return NumberBits.ofDouble(values[random.below(values.length)], type);
    }
  },

  /** A whole number of a random magnitude up to 2^63. */
  RANDOM_INTEGER {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      int width = 1 + random.below(Long.SIZE - 1);
      long value = random.nextLong() >>> Long.SIZE - width;
      return NumberBits.ofDouble(random.nextBoolean() ? -value : value, type);
    }
  },

  /** Any value, each exponent equally likely. */
  RANDOM_BITS {
    @Override
    public long apply(long bits, LeafKind type, PcgRandom random) {
      return NumberBits.wrap(random.nextLong(), type);
    }
  };

  private static long ofFinite(double operand, double result, long bits, LeafKind type) {
    return Double.isFinite(operand) ? NumberBits.ofDouble(result, type) : bits;
  }
}
