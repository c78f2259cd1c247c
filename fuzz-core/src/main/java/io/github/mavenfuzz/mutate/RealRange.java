package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.LeafKind;

/** The finite numbers that a float or double may be. */
record RealRange(LeafKind kind, Bounds bounds) {

  static RealRange of(NumberSlot slot) {
    return new RealRange(slot.kind(), slot.type().bounds());
  }

  /**
   * The number that lies so far between the ends.
   *
   * @param share 0 for the least number, 1 for the greatest
   * @param otherwise what to return when there is none at all
   * @return its bits, as a slot has them
   */
  long bits(double share, long otherwise) {
    double limit = kind == LeafKind.FLOAT ? Float.MAX_VALUE : Double.MAX_VALUE;
    double least = Math.max(bounds.floor(), -limit);
    double greatest = Math.min(bounds.ceiling(), limit);
    double between = least * (1 - share) + greatest * share;
    double value = Math.max(least, Math.min(greatest, between));
    if (kind == LeafKind.FLOAT) {
      float rounded = (float) value;
      value =
          rounded < least
              ? Math.nextUp(rounded)
              : rounded > greatest ? Math.nextDown(rounded) : rounded;
    }
    return bounds.allows(value) ? NumberBits.ofDouble(value, kind) : otherwise;
  }
}
