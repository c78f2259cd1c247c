package io.github.mavenfuzz.jazzer;

/** How {@link BytesDataProvider} makes floats and doubles of the numbers that it takes. */
final class Reals {
  private Reals() {}

  /** Whether a range is wider than the greatest float. */
  static boolean isHalved(float min, float max) {
    return min < 0 && max > 0 && min + Float.MAX_VALUE < max;
  }

  /** Whether a range is wider than the greatest double. */
  static boolean isHalved(double min, double max) {
    return min < 0 && max > 0 && min + Double.MAX_VALUE < max;
  }

  /** As {@link BytesDataProvider#consumeRegularFloat(float, float)}. */
  static float regular(BytesDataProvider data, float min, float max) {
    if (!Float.isFinite(min) || !Float.isFinite(max)) {
      throw notFinite(min, max);
    }
    if (min > max) {
      throw BytesDataProvider.minAboveMax(min, max);
    }
    float from = min;
    float range = max - min;
    if (isHalved(min, max)) {
      range = max / 2 - min / 2;
      if (data.consumeBoolean()) {
        from += range;
      }
    }
    float value = from + range * data.consumeProbabilityFloat();
    return value > max ? max : value; // rounding may have carried it past
  }

  /** As {@link BytesDataProvider#consumeRegularDouble(double, double)}. */
  static double regular(BytesDataProvider data, double min, double max) {
    if (!Double.isFinite(min) || !Double.isFinite(max)) {
      throw notFinite(min, max);
    }
    if (min > max) {
      throw BytesDataProvider.minAboveMax(min, max);
    }
    double from = min;
    double range = max - min;
    if (isHalved(min, max)) {
      range = max / 2 - min / 2;
      if (data.consumeBoolean()) {
        from += range;
      }
    }
    double value = from + range * data.consumeProbabilityDouble();
    return value > max ? max : value; // rounding may have carried it past
  }

  /** The special value that a byte chooses, or the regular one. */
  static float ofKind(byte kind, float regular) {
    return switch (kind) {
      case 0 -> 0.0f;
      case 1 -> -0.0f;
      case 2 -> Float.POSITIVE_INFINITY;
      case 3 -> Float.NEGATIVE_INFINITY;
      case 4 -> Float.NaN;
      case 5 -> Float.MIN_VALUE;
      case 6 -> -Float.MIN_VALUE;
      case 7 -> Float.MIN_NORMAL;
      case 8 -> -Float.MIN_NORMAL;
      case 9 -> Float.MAX_VALUE;
      case 10 -> -Float.MAX_VALUE;
      default -> regular;
    };
  }

  /** The special value that a byte chooses, or the regular one. */
  static double ofKind(byte kind, double regular) {
    return switch (kind) {
      case 0 -> 0.0;
      case 1 -> -0.0;
      case 2 -> Double.POSITIVE_INFINITY;
      case 3 -> Double.NEGATIVE_INFINITY;
      case 4 -> Double.NaN;
      case 5 -> Double.MIN_VALUE;
      case 6 -> -Double.MIN_VALUE;
      case 7 -> Double.MIN_NORMAL;
      case 8 -> -Double.MIN_NORMAL;
      case 9 -> Double.MAX_VALUE;
      case 10 -> -Double.MAX_VALUE;
      default -> regular;
    };
  }

  private static IllegalArgumentException notFinite(Object min, Object max) {
    return new IllegalArgumentException(
        "The minimum " + min + " or the maximum " + max + " is not a finite number");
  }
}
