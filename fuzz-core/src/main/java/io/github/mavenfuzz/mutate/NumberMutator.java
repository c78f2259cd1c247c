package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.type.LeafKind;

/** Mutates numbers, and keeps those with bounds within them. */
final class NumberMutator {
  private static final NumberMutation[] OF_BOOLEAN = {IntegralMutation.FLIP_BIT};
  private static final NumberMutation[] OF_INTEGRAL = IntegralMutation.values();
  private static final NumberMutation[] OF_REAL = FloatingMutation.values();

  /** Of ranges with fewer values each value is as likely as the others. */
  private static final int SMALL_RANGE = 256;

  private static final int MOST_TRIES = 20;

  private final PcgRandom random;

  NumberMutator(PcgRandom random) {
    this.random = random;
  }

  static NumberMutation[] tableOf(LeafKind type) {
    return switch (type) {
      case BOOLEAN -> OF_BOOLEAN;
      case FLOAT, DOUBLE -> OF_REAL;
      default -> OF_INTEGRAL;
    };
  }

  /**
   * @return false when the bounds allow no other number
   */
  boolean mutate(NumberSlot slot) {
    long bits = slot.bits();
    LeafKind kind = slot.kind();
    if (!slot.isBounded()) {
      slot.setBits(mutate(bits, kind, tableOf(kind)));
      return true;
    }
    long mutated = bits;
    for (int tries = 0; tries < MOST_TRIES && mutated == bits; tries++) {
      mutated = kind.isReal() ? mutateReal(slot) : mutateIntegral(slot);
    }
    slot.setBits(mutated);
    return mutated != bits;
  }

  /** Ends because flipping a bit changes every number. */
  private long mutate(long bits, LeafKind type, NumberMutation[] table) {
    long mutated;
    do {
      mutated = table[random.below(table.length)].apply(bits, type, random);
    } while (mutated == bits);
    return mutated;
  }

  private long mutateIntegral(NumberSlot slot) {
    long least = slot.least();
    long last = slot.greatest() - least; // unsigned
    int choice = random.below(8);
    if (choice < 2 || last >= 0 && last < SMALL_RANGE) {
      return least + belowOrAt(last);
    }
    if (choice == 2) {
      return random.nextBoolean() ? least : slot.greatest();
    }
    long mutated = mutate(slot.bits(), slot.kind(), tableOf(slot.kind()));
    return mutated >= least && mutated <= slot.greatest()
        ? mutated
        : least + Long.remainderUnsigned(mutated - least, last + 1);
  }

  /**
   * @param last the greatest offset, unsigned, and less than 2^64 - 1
   */
  private long belowOrAt(long last) {
    return last >= 0 && last < Integer.MAX_VALUE
        ? random.below((int) last + 1)
        : Long.remainderUnsigned(random.nextLong(), last + 1);
  }

  private long mutateReal(NumberSlot slot) {
    LeafKind kind = slot.kind();
    int choice = random.below(8);
    if (choice == 0) {
      return RealRange.of(slot).bits(random.nextBoolean() ? 0 : 1, slot.bits());
    }
    if (choice > 2) {
      long mutated = mutate(slot.bits(), kind, OF_REAL);
      if (slot.type().bounds().allows(NumberBits.toDouble(mutated, kind))) {
        return mutated;
      }
    }
    return RealRange.of(slot).bits((random.nextLong() >>> 11) * 0x1p-53, slot.bits());
  }
}
