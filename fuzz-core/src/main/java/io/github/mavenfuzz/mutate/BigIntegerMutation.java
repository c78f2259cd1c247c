package io.github.mavenfuzz.mutate;

import java.math.BigInteger;

/** Mutations of a big integer by arithmetic. */
enum BigIntegerMutation {
  /** Adds or subtracts 1 to 100. */
  ADD {
    @Override
    BigInteger apply(BigInteger value, PcgRandom random) {
      BigInteger summand = BigInteger.valueOf(1 + random.below(100));
      return random.nextBoolean() ? value.subtract(summand) : value.add(summand);
    }
  },

  NEGATE {
    @Override
    BigInteger apply(BigInteger value, PcgRandom random) {
      return value.negate();
    }
  },

  /** Multiplies by 2 to 10. */
  MULTIPLY {
    @Override
    BigInteger apply(BigInteger value, PcgRandom random) {
      return value.multiply(BigInteger.valueOf(2 + random.below(9)));
    }
  },

  /** Divides by 2 to 10. */
  DIVIDE {
    @Override
    BigInteger apply(BigInteger value, PcgRandom random) {
      return value.divide(BigInteger.valueOf(2 + random.below(9)));
    }
  },

  INTERESTING_VALUE {
    @Override
    BigInteger apply(BigInteger value, PcgRandom random) {
      long[] values = InterestingValues.OF_64_BITS;
      return BigInteger.valueOf(values[random.below(values.length)]);
    }
  },

  /** A power of two up to 2^256 or a neighbour of one, with either sign. */
  POWER_OF_TWO {
    @Override
    BigInteger apply(BigInteger value, PcgRandom random) {
      BigInteger power = BigInteger.ONE.shiftLeft(random.below(257));
      BigInteger near = power.add(BigInteger.valueOf(random.below(3) - 1));
      return random.nextBoolean() ? near.negate() : near;
    }
  };

  abstract BigInteger apply(BigInteger value, PcgRandom random);
}
