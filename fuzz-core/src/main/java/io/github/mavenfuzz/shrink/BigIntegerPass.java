package io.github.mavenfuzz.shrink;

import java.math.BigInteger;

/** Brings a big integer nearer to zero. */
final class BigIntegerPass {
  private BigIntegerPass() {}

  /** Tries zero, then without the sign, then to approach zero by distances that halve. */
  static BigInteger shrink(BigInteger value, Trial<BigInteger> trial) {
    if (value.signum() == 0 || trial.accepts(BigInteger.ZERO)) {
      return BigInteger.ZERO;
    }
    BigInteger best = value;
    if (value.signum() < 0 && trial.accepts(value.negate())) {
      best = value.negate();
    }
    BigInteger step = half(best);
    while (step.signum() != 0 && !trial.isOver()) {
      while (best.abs().compareTo(step.abs()) >= 0 && trial.accepts(best.subtract(step))) {
        best = best.subtract(step);
      }
      step = half(step);
    }
    return best;
  }

  /** Towards zero. */
  private static BigInteger half(BigInteger value) {
    return value.divide(BigInteger.TWO);
  }
}
