package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.ChoiceSlot;
import io.github.mavenfuzz.slot.NullableSlot;
import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.TupleSlot;

/**
 * Mutates values with parts: it descends from the root at random until it changes the structure at
 * some place, or a leaf. What mutations may still add is counted for the whole value.
 */
final class TreeMutator {
  /** One in so many mutations of a value that can be missing makes it go missing. */
  private static final int MISSING = 8;

  private static final int MOST_TRIES = 16;

  /** A new sequence is given fewer elements than this, besides those that it must have. */
  private static final int NEW_ELEMENTS = 3;

  private static final SequenceMutation[] OF_SEQUENCE = SequenceMutation.values();

  private final PcgRandom random;
  private final ByteMutator bytes;
  private final NumberMutator numbers;

  /** How much weight the value may still gain; negative when it has too much already. */
  private long room;

  TreeMutator(PcgRandom random, ByteMutator bytes, NumberMutator numbers) {
    this.random = random;
    this.bytes = bytes;
    this.numbers = numbers;
  }

  /**
   * @param maxWeight that the mutated value may have, unless it has more already
   * @return false when nothing could be done
   */
  boolean mutate(Slot root, long maxWeight) {
    room = maxWeight - root.weight();
    return mutate(root);
  }

  PcgRandom random() {
    return random;
  }

  private boolean mutate(Slot slot) {
    if (slot instanceof NumberSlot number) {
      return numbers.mutate(number);
    } else if (slot instanceof ByteSlot run) {
      return mutateBytes(run);
    } else if (slot instanceof ChoiceSlot choice) {
      return mutateChoice(choice);
    } else if (slot instanceof NullableSlot nullable) {
      return mutateNullable(nullable);
    } else if (slot instanceof SequenceSlot sequence) {
      return mutateSequence(sequence);
    }
    return mutatePart((TupleSlot) slot);
  }

  private boolean mutateBytes(ByteSlot slot) {
    slot.limitGrowth(room);
    int before = slot.bytes().length();
    boolean changed = bytes.mutate(slot);
    room -= slot.bytes().length() - before;
    return changed;
  }

  private boolean mutateChoice(ChoiceSlot slot) {
    int index = slot.index();
    int others = index < 0 ? slot.size() : slot.size() - 1;
    if (others == 0) {
      return false;
    }
    int other = random.below(others);
    slot.choose(index >= 0 && other >= index ? other + 1 : other);
    return true;
  }

  private boolean mutateNullable(NullableSlot slot) {
    if (!slot.isPresent()) {
      slot.setPresent(true);
      if (random.nextBoolean()) {
        mutate(slot.content());
      }
    } else if (random.below(MISSING) == 0 || !mutate(slot.content())) {
      slot.setPresent(false);
    }
    return true;
  }

  private boolean mutatePart(TupleSlot tuple) {
    int size = tuple.size();
    int index = size < 2 ? 0 : random.below(size);
    for (int tries = 0; tries < size; tries++) {
      if (mutate(tuple.part(index))) {
        return true;
      }
      index = index + 1 == size ? 0 : index + 1;
    }
    return false;
  }

  /** Changes one element or which elements there are, both about equally often. */
  private boolean mutateSequence(SequenceSlot sequence) {
    if (random.nextBoolean() && mutateElement(sequence)) {
      return true;
    }
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (OF_SEQUENCE[random.below(OF_SEQUENCE.length)].apply(sequence, this)) {
        return true;
      }
    }
    return mutateElement(sequence);
  }

  private boolean mutateElement(SequenceSlot sequence) {
    if (sequence.size() == 0) {
      return false;
    }
    int index = random.below(sequence.size());
    if (!mutate(sequence.element(index))) {
      return false;
    }
    makeDistinct(sequence, index);
    return true;
  }

  /** Of a set, takes out an element that equals another; or changes it, if it must not go. */
  private void makeDistinct(SequenceSlot sequence, int index) {
    if (!sequence.isDistinct() || !sequence.hasEqual(index)) {
      return;
    }
    if (sequence.size() > sequence.min()) {
      sequence.remove(index, index + 1);
      return;
    }
    int tries = 0;
    do {
      fill(sequence.element(index));
    } while (sequence.hasEqual(index) && ++tries < MOST_TRIES);
  }

  /** How many elements a mutation may add. */
  int roomFor(SequenceSlot sequence) {
    int limit = Math.max(sequence.min(), SequenceMutation.MOST_ELEMENTS);
    return Math.min(sequence.max(), limit) - sequence.size();
  }

  /** Whether there is room for so much weight, which then is taken. */
  boolean take(long weight) {
    boolean fits = weight <= room;
    room -= fits ? weight : 0;
    return fits;
  }

  /**
   * Inserts an element with random content.
   *
   * @return false when there is no room, or no element that differs from the others
   */
  boolean insertNew(SequenceSlot sequence, int at) {
    if (roomFor(sequence) < 1) {
      return false;
    }
    Slot element = sequence.newElement();
    if (!take(SequenceSlot.weightOf(element))) {
      return false;
    }
    fill(element);
    sequence.insert(at, element);
    for (int tries = 0; sequence.isDistinct() && sequence.hasEqual(at); tries++) {
      if (tries == MOST_TRIES) {
        sequence.remove(at, at + 1);
        return false;
      }
      fill(element);
    }
    return true;
  }

  /** Replaces an element by one with random content. */
  boolean renew(SequenceSlot sequence, int index) {
    Slot element = sequence.newElement();
    if (!take(element.weight())) {
      return false;
    }
    fill(element);
    sequence.remove(index, index + 1);
    sequence.insert(index, element);
    makeDistinct(sequence, index);
    return true;
  }

  /** Gives random content to what is new, to most of its parts. */
  private void fill(Slot slot) {
    if (slot instanceof TupleSlot tuple) {
      for (int i = 0; i < tuple.size(); i++) {
        if (random.below(4) > 0) {
          fill(tuple.part(i));
        }
      }
    } else if (slot instanceof NullableSlot nullable) {
      nullable.setPresent(random.below(4) > 0);
      fill(nullable.content());
    } else if (slot instanceof SequenceSlot sequence) {
      for (int more = random.below(NEW_ELEMENTS); more > 0; more--) {
        insertNew(sequence, sequence.size());
      }
    } else {
      mutate(slot);
    }
  }
}
