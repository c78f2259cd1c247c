package io.github.mavenfuzz.shrink;

import io.github.mavenfuzz.type.LeafKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Function;

/** The steps that bring a number nearer to zero and make it shorter to write. */
enum NumberPass {
  /** Tries zero. */
  ZERO {
    @Override
    double shrinkReal(double value, Trial<Double> trial) {
      return Double.doubleToRawLongBits(value) != 0 && trial.accepts(0d) ? 0d : value;
    }

    @Override
    long shrinkIntegral(long value, long max, Trial<Long> trial) {
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
    long shrinkIntegral(long value, long max, Trial<Long> trial) {
      return value < 0 && value >= -max && trial.accepts(-value) ? -value : value;
    }
  },

  /** Searches towards zero, by distances that halve; real numbers become whole if they may. */
  APPROACH_ZERO {
    @Override
    double shrinkReal(double value, Trial<Double> trial) {
      double best = value;
      double whole = Math.rint(value);
      if (whole != value && !Double.isNaN(value) && trial.accepts(whole)) {
        best = whole;
      }
      best = finite(best, trial);
      while (Math.abs(best) > EXACT && !Double.isInfinite(best) && trial.accepts(best / 2)) {
        best = best / 2;
      }
      whole = Math.rint(best);
      if (Math.abs(whole) > EXACT || whole != best || whole == 0) {
        return best;
      }
      return shrinkIntegral((long) whole, EXACT, map(trial, Long::doubleValue));
    }

    @Override
    long shrinkIntegral(long value, long max, Trial<Long> trial) {
      long best = value;
      for (long step = value / 2; step != 0 && !trial.isOver(); step /= 2) {
        while ((step > 0 ? best >= step : best <= step) && trial.accepts(best - step)) {
          best -= step;
        }
      }
      return best;
    }
  },

  /** Drops decimal digits of what is not whole. */
  SHORTEN {
    @Override
    double shrinkReal(double value, Trial<Double> trial) {
      boolean exact = Math.rint(value) == value && Math.abs(value) <= EXACT;
      if (exact || Double.isNaN(value) || Double.isInfinite(value)) {
        return value;
      }
      BigDecimal all = new BigDecimal(Double.toString(value));
      for (int digits = 1; digits < all.precision() && !trial.isOver(); digits++) {
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
          double shorter = all.round(new MathContext(digits, mode)).doubleValue();
          if (shorter != value && !Double.isInfinite(shorter) && trial.accepts(shorter)) {
            return shorter;
          }
        }
      }
      return value;
    }

    @Override
    long shrinkIntegral(long value, long max, Trial<Long> trial) {
      return value;
    }
  };

  /** Up to this, a double holds every whole number. */
  private static final long EXACT = 1L << 53;

  /** Half of infinity is infinity, so the search starts from a number that floats have too. */
  private static double finite(double value, Trial<Double> trial) {
    if (Double.isInfinite(value)) {
      for (double number : new double[] {EXACT, Float.MAX_VALUE}) {
        double signed = Math.copySign(number, value);
        if (trial.accepts(signed)) {
          return signed;
        }
      }
    }
    return value;
  }

  abstract double shrinkReal(double value, Trial<Double> trial);

  /**
   * @param max the largest number of the type
   */
  abstract long shrinkIntegral(long value, long max, Trial<Long> trial);

  /**
   * @param bits as in a slot of the type
   * @return the bits of a value that the trial accepted, or the same ones
   */
  long shrink(LeafKind type, long bits, Trial<Long> trial) {
    return switch (type) {
      case FLOAT -> {
        float value = Float.intBitsToFloat((int) bits);
        float best = (float) shrinkReal(value, map(trial, NumberPass::floatBits));
        yield Float.isNaN(best) ? bits : Float.floatToRawIntBits(best);
      }
      case DOUBLE ->
          Double.doubleToRawLongBits(
              shrinkReal(Double.longBitsToDouble(bits), map(trial, Double::doubleToRawLongBits)));
      case BOOLEAN -> shrinkIntegral(bits, 1, trial);
      case BYTE -> shrinkIntegral(bits, Byte.MAX_VALUE, trial);
      case SHORT -> shrinkIntegral(bits, Short.MAX_VALUE, trial);
      case CHAR -> shrinkIntegral(bits, Character.MAX_VALUE, trial);
      case INT -> shrinkIntegral(bits, Integer.MAX_VALUE, trial);
      default -> shrinkIntegral(bits, Long.MAX_VALUE, trial);
    };
  }

  private static long floatBits(double value) {
    return Float.floatToRawIntBits((float) value);
  }

  private static <T, U> Trial<T> map(Trial<U> trial, Function<T, U> function) {
    return new Trial<>() {
      @Override
      public boolean accepts(T candidate) {
        return trial.accepts(function.apply(candidate));
      }

      @Override
      public boolean isOver() {
        return trial.isOver();
      }
    };
  }
}
