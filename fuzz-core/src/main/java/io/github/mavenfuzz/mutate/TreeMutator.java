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
    begin(root, maxWeight);
    return mutate(root);
  }

  /** Counts from now on how much this value grows. */
  void begin(Slot root, long maxWeight) {
    room = maxWeight - root.weight();
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
    return sequence.isDistinct()
        ? mutateDistinct(sequence, index)
        : mutate(sequence.element(index));
  }

  /**
   * Changes an element of a set, or an entry of a map. If it then equals another it goes, and if
   * too few were left, it is changed otherwise.
   */
  private boolean mutateDistinct(SequenceSlot sequence, int index) {
    Slot before = sequence.copyOf(index);
    long roomBefore = room;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (!mutate(sequence.element(index))) {
        break;
      }
      if (!sequence.hasEqual(index)) {
        return true;
      }
      if (sequence.spare() >= 0) {
        sequence.remove(index, index + 1);
        return true;
      }
      sequence.element(index).copyFrom(before);
      room = roomBefore;
    }
    sequence.element(index).copyFrom(before);
    room = roomBefore;
    return false;
  }

  /** How many elements a mutation may add. */
  int roomFor(SequenceSlot sequence) {
    int limit = Math.max(sequence.min(), SequenceMutation.MOST_ELEMENTS);
    return Math.min(sequence.max(), limit) - sequence.size();
  }

  /**
   * Whether there is room for so much weight, which then is taken. There always is for none.
   *
   * @param weight negative when the value loses some
   */
  boolean take(long weight) {
    boolean fits = weight <= Math.max(0, room);
    room -= fits ? weight : 0;
    return fits;
  }

  /** Takes back what {@link #take} took. */
  void giveBack(long weight) {
    room += weight;
  }

  /** How much weight the value may still gain; negative when it has too much already. */
  long room() {
    return room;
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
    long roomBefore = room;
    Slot element = sequence.newElement();
    if (!take(SequenceSlot.weightOf(element))) {
      return false;
    }
    sequence.insert(at, element);
    if (fillDistinct(sequence, at)) {
      return true;
    }
    sequence.remove(at, at + 1);
    room = roomBefore;
    return false;
  }

  /**
   * Replaces an element by one with random content.
   *
   * @return false when there is no room, or no element that differs from the others
   */
  boolean renew(SequenceSlot sequence, int index) {
    long roomBefore = room;
    Slot old = sequence.element(index);
    Slot element = sequence.newElement();
    if (!take(element.weight() - old.weight())) {
      return false;
    }
    sequence.replace(index, element);
    if (fillDistinct(sequence, index)) {
      return true;
    }
    sequence.replace(index, old);
    room = roomBefore;
    return false;
  }

  /**
   * Gives random content to a new element.
   *
   * @return false when it equals another element of a set whatever was tried
   */
  private boolean fillDistinct(SequenceSlot sequence, int index) {
    for (int tries = 0; tries <= MOST_TRIES; tries++) {
      fill(sequence.element(index));
      if (!sequence.isDistinct() || !sequence.hasEqual(index)) {
        return true;
      }
    }
    return false;
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
