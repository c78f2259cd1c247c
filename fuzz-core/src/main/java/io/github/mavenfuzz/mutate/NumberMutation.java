package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.type.LeafKind;

/** One way to change a number, which stays in the range of its type by wrapping around. */
@FunctionalInterface
public interface NumberMutation {

  /**
   * Computes another number.
   *
   * @param bits as {@link io.github.mavenfuzz.slot.Slot#bits()} has them
   * @param type of the number
   * @return in the same form; the same bits when the mutation does not apply, or what was drawn
   *     would change nothing
   */
  long apply(long bits, LeafKind type, PcgRandom random);
}
