package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.slot.Slot;

/** Ways to take elements of one sequence, the donor, into another of the same type. */
enum SequenceSplice {
  /** {@code [a, b]} and {@code [1, 2, 3]}: {@code [a, 2, 3, b]}. Of a set's elements, one. */
  INSERT {
    @Override
    boolean apply(SequenceSlot sequence, SequenceSlot donor, TreeMutator tree) {
      int most = Math.min(tree.roomFor(sequence), donor.size());
      if (most <= 0) {
        return false;
      }
      PcgRandom random = tree.random();
      int from = random.below(donor.size());
      int count =
          sequence.isDistinct()
              ? 1
              : StructureMutation.chunkLength(random, Math.min(most, donor.size() - from));
      int at = random.below(sequence.size() + 1);
      long weight = 0;
      for (int i = from; i < from + count; i++) {
        weight += SequenceSlot.weightOf(donor.element(i));
      }
      if (!tree.take(weight)) {
        return false;
      }
      sequence.insertCopies(at, donor, from, from + count);
      if (sequence.isDistinct() && sequence.hasEqual(at)) {
        sequence.remove(at, at + 1);
        tree.giveBack(weight);
        return false;
      }
      return true;
    }
  },

  /** {@code [a, b]} and {@code [1, 2, 3]}: {@code [a, 3]}. */
  OVERWRITE {
    @Override
    boolean apply(SequenceSlot sequence, SequenceSlot donor, TreeMutator tree) {
      if (sequence.size() == 0 || donor.size() == 0) {
        return false;
      }
      int at = tree.random().below(sequence.size());
      int from = tree.random().below(donor.size());
      Slot old = sequence.element(at);
      Slot element = donor.element(from);
      if (old.isSame(element) || !tree.take(element.weight() - old.weight())) {
        return false;
      }
      sequence.replace(at, donor.copyOf(from));
      if (!sequence.isDistinct() || !sequence.hasEqual(at)) {
        return true;
      }
      sequence.replace(at, old);
      tree.giveBack(element.weight() - old.weight());
      return false;
    }
  },

  /**
   * Head of the one, tail of the other, {@code [a, b]} and {@code [1, 2, 3]}: {@code [a, 2, 3]}.
   */
  CROSS_OVER {
    @Override
    boolean apply(SequenceSlot sequence, SequenceSlot donor, TreeMutator tree) {
      if (sequence.isDistinct() || donor.size() == 0) {
        return false;
      }
      int size = sequence.size();
      int longest = size + Math.max(0, tree.roomFor(sequence));
      int at = tree.random().below(Math.min(size + 1, donor.size()));
      if (donor.size() > longest
          || haveSameTail(sequence, donor, at)
          || !tree.take(weightFrom(at, donor) - weightFrom(at, sequence))) {
        return false;
      }
      sequence.remove(at, size);
      sequence.insertCopies(at, donor, at, donor.size());
      return true;
    }
  };

  /**
   * @param sequence is changed
   * @param donor not the same object
   * @param tree counts how much may be added
   * @return false when the sequence is as it was
   */
  abstract boolean apply(SequenceSlot sequence, SequenceSlot donor, TreeMutator tree);

  private static boolean haveSameTail(SequenceSlot one, SequenceSlot other, int at) {
    boolean same = one.size() == other.size();
    for (int i = at; same && i < one.size(); i++) {
      same = one.element(i).isSame(other.element(i));
    }
    return same;
  }

  private static long weightFrom(int at, SequenceSlot sequence) {
    long weight = 0;
    for (int i = at; i < sequence.size(); i++) {
      weight += SequenceSlot.weightOf(sequence.element(i));
    }
    return weight;
  }
}
