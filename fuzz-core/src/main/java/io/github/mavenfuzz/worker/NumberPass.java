package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.input.ParameterType;
import java.util.function.Function;

/** The steps that bring a number nearer to zero and make it shorter to write. */
enum NumberPass {
  /** Tries zero. */
  ZERO {
    @Override
    double shrinkReal(double value, Trial<Double> trial) {
      return value != 0 && trial.accepts(0d) ? 0d : value;
    }

    @Override
    long shrinkIntegral(long value, Trial<Long> trial) {
      return value != 0 && trial.accepts(0L) ? 0L : value;
    }
  },

  /** Drops the sign. */
  POSITIVE {
    @Override
    double shrinkReal(double value, Trial<Double> trial) {
      return value < 0 && trial.accepts(-value) ? -value : value;
    }

    @Override
    long shrinkIntegral(long value, Trial<Long> trial) {
      return value < 0 && value != Long.MIN_VALUE && trial.accepts(-value) ? -value : value;
    }
  },

  /** Searches towards zero, by distances that halve. */
  APPROACH_ZERO {
    @Override
    double shrinkReal(double value, Trial<Double> trial) {
      double whole = Math.rint(value);
      if (whole != value && !Double.isNaN(value) && trial.accepts(whole)) {
        value = whole;
      }
      double best = value;
      while (Math.abs(best) >= 1 && !Double.isInfinite(best) && !trial.isOver()) {
        double half = (double) (long) (best / 2);
        if (Math.abs(best) >= Long.MAX_VALUE || !trial.accepts(half)) {
          break;
        }
        best = half;
      }
      return best;
    }

    @Override
    long shrinkIntegral(long value, Trial<Long> trial) {
      long best = value;
      for (long step = value / 2; step != 0 && !trial.isOver(); step /= 2) {
        while (Math.abs(best) >= Math.abs(step) && trial.accepts(best - step)) {
          best -= step;
        }
      }
      return best;
    }
  };

  abstract double shrinkReal(double value, Trial<Double> trial);

  abstract long shrinkIntegral(long value, Trial<Long> trial);

  /**
   * @param bits as in a slot of the type
   * @return the bits of a value that the trial accepted, or the same ones
   */
  long shrink(ParameterType type, long bits, Trial<Long> trial) {
    return switch (type) {
      case FLOAT ->
          Float.floatToRawIntBits(
              (float)
                  shrinkReal(
                      Float.intBitsToFloat((int) bits),
                      map(trial, d -> (long) Float.floatToRawIntBits(d.floatValue()))));
      case DOUBLE ->
          Double.doubleToRawLongBits(
              shrinkReal(Double.longBitsToDouble(bits), map(trial, Double::doubleToRawLongBits)));
      default -> shrinkIntegral(bits, trial);
    };
  }

  private static Trial<Double> map(Trial<Long> trial, Function<Double, Long> toBits) {
    return new Trial<>() {
      @Override
      public boolean accepts(Double candidate) {
        return trial.accepts(toBits.apply(candidate));
      }

      @Override
      public boolean isOver() {
        return trial.isOver();
      }
    };
  }
}
