package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.slot.Slot;

/**
 * How many mutations are applied before one run. A single change is too timid for a long input, of
 * which most places do not matter. A short one it changes enough, and there it would cost more than
 * the rest of the run.
 */
final class Stacking {
  /** Inputs of no more than this have one mutation at a time. */
  static final int SHORT = 64;

  /** What a number counts of the size, whatever its type. */
  private static final int NUMBER = 4;

  private static final int[] OF_LONG = {1, 1, 1, 1, 2, 2, 4};

  private Stacking() {}

  /**
   * @param random is asked for long inputs only
   * @return at least 1
   */
  static int count(MutableInput input, PcgRandom random) {
    return isLong(input) ? OF_LONG[random.below(OF_LONG.length)] : 1;
  }

  /** Lists, records and the like are, for to look into them would cost too much. */
  private static boolean isLong(MutableInput input) {
    int size = 0;
    for (int i = 0; i < input.size() && size <= SHORT; i++) {
      Slot slot = input.slot(i);
      if (slot instanceof ByteSlot run) {
        size += run.bytes().length();
      } else {
        size += slot instanceof NumberSlot ? NUMBER : SHORT + 1;
      }
    }
    return size > SHORT;
  }
}
