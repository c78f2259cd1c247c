package io.github.mavenfuzz.shrink;

import io.github.mavenfuzz.slot.NumberSlot;

/** Brings a number nearer to zero, within its bounds. */
final class NumberShrinker {
  private NumberShrinker() {}

  /**
   * @param trial takes bits as the slot has them
   */
  static void shrink(NumberSlot number, Trial<Long> trial) {
    long best = number.bits();
    long simplest = number.nearestToZero();
    if (number.isBounded() && simplest != best && trial.accepts(simplest)) {
      best = simplest;
    }
    for (NumberPass pass : NumberPass.values()) {
      best = pass.shrink(number.kind(), best, trial);
    }
    number.setBits(best);
  }
}
