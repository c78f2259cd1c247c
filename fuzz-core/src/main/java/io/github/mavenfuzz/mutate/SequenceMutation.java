package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.SequenceSlot;

/** Mutations of which elements a collection or an array has, and in which order. */
enum SequenceMutation {
  INSERT {
    @Override
    boolean apply(SequenceSlot sequence, TreeMutator tree) {
      return tree.insertNew(sequence, tree.random().below(sequence.size() + 1));
    }
  },

  REMOVE {
    @Override
    boolean apply(SequenceSlot sequence, TreeMutator tree) {
      int most = sequence.spare();
      if (most <= 0) {
        return false;
      }
      int count = StructureMutation.chunkLength(tree.random(), most);
      int from = tree.random().below(sequence.size() - count + 1);
      sequence.remove(from, from + count);
      return true;
    }
  },

  /** Replaces an element by a new one. */
  RENEW {
    @Override
    boolean apply(SequenceSlot sequence, TreeMutator tree) {
      return sequence.size() > 0 && tree.renew(sequence, tree.random().below(sequence.size()));
    }
  },

  /** Inserts a copy of some elements anywhere. */
  COPY {
    @Override
    boolean apply(SequenceSlot sequence, TreeMutator tree) {
      return copy(sequence, tree, false);
    }
  },

  /** Inserts a copy of some elements right behind them. */
  REPEAT {
    @Override
    boolean apply(SequenceSlot sequence, TreeMutator tree) {
      return copy(sequence, tree, true);
    }
  },

  /** Makes an element equal to another. */
  OVERWRITE {
    @Override
    boolean apply(SequenceSlot sequence, TreeMutator tree) {
      int size = sequence.size();
      if (size < 2 || sequence.isDistinct()) {
        return false;
      }
      int from = tree.random().below(size);
      int to = StructureMutation.otherThan(from, tree.random(), size);
      if (!tree.take(sequence.element(from).weight() - sequence.element(to).weight())) {
        return false;
      }
      sequence.element(to).copyFrom(sequence.element(from));
      return true;
    }
  },

  SWAP {
    @Override
    boolean apply(SequenceSlot sequence, TreeMutator tree) {
      int size = sequence.size();
      if (size < 2) {
        return false;
      }
      int one = tree.random().below(size);
      sequence.swap(one, StructureMutation.otherThan(one, tree.random(), size));
      return true;
    }
  },

  /** Brings some elements into a random order, by the Fisher-Yates shuffle. */
  SHUFFLE {
    @Override
    boolean apply(SequenceSlot sequence, TreeMutator tree) {
      int size = sequence.size();
      if (size < 3) {
        return false;
      }
      int from = tree.random().below(size - 2);
      int count = 3 + tree.random().below(size - from - 2);
      for (int i = from + count - 1; i > from; i--) {
        sequence.swap(i, from + tree.random().below(i - from + 1));
      }
      return true;
    }
  };

  /** How far mutations grow a sequence, unless its type demands more elements. */
  static final int MOST_ELEMENTS = 1000;

  /**
   * @return false when the mutation does not apply; then the sequence is as it was
   */
  abstract boolean apply(SequenceSlot sequence, TreeMutator tree);

  private static boolean copy(SequenceSlot sequence, TreeMutator tree, boolean behind) {
    int size = sequence.size();
    int most = tree.roomFor(sequence);
    if (size == 0 || most <= 0 || sequence.isDistinct()) {
      return false;
    }
    PcgRandom random = tree.random();
    int from = random.below(size);
    int to = from + StructureMutation.chunkLength(random, Math.min(most, size - from));
    int at = behind ? to : random.below(size + 1);
    long weight = 0;
    for (int i = from; i < to; i++) {
      weight += SequenceSlot.weightOf(sequence.element(i));
    }
    if (!tree.take(weight)) {
      return false;
    }
    sequence.insertCopies(at, sequence, from, to);
    return true;
  }
}
