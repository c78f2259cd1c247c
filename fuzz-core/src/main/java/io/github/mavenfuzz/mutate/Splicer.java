package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteRun;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.NullableSlot;
import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.TupleSlot;
import java.util.List;

/**
 * Mutates a value by taking over from another of its type. It goes down into both at once, to the
 * same component or to any element, until it takes a part or the whole of what it has come to. The
 * other is the same argument of a donor, an argument or component beside the value that can take
 * over from it, or an element beside it.
 */
final class Splicer {
  private static final int WITH_DONORS = 8;
  private static final int WITHOUT_DONORS = 16;

  /** One in so many times a value with parts is taken as a whole. */
  private static final int WHOLE = 4;

  /**
   * One in so many times what stands beside the value is preferred to the same place of a donor.
   */
  private static final int TWIN = 4;

  private static final int MOST_TRIES = 4;

  private static final ByteSplice[] OF_BYTES = ByteSplice.values();
  private static final SequenceSplice[] OF_SEQUENCE = SequenceSplice.values();

  private final PcgRandom random;
  private final TreeMutator tree;
  private List<MutableInput> donors = List.of();

  /** The whole input, which must not become the donor; null where there are other arguments. */
  private Slot alone;

  /**
   * @param tree counts how much a value may grow
   */
  Splicer(PcgRandom random, TreeMutator tree) {
    this.random = random;
    this.tree = tree;
  }

  void begin(List<MutableInput> inputs) {
    donors = inputs;
  }

  /**
   * In one of how many times a mutation of this argument should take over from another value; zero
   * when there is nothing to take over.
   */
  int oneIn(MutableInput input, int index) {
    if (!donors.isEmpty()) {
      return WITH_DONORS;
    }
    Slot slot = input.slot(index);
    boolean isLeaf = slot instanceof ByteSlot || slot instanceof NumberSlot;
    return isLeaf && input.twins(index).length == 0 ? 0 : WITHOUT_DONORS;
  }

  /**
   * @return false when there was nothing to take over, or it would change nothing; then the
   *     argument is as it was
   */
  boolean splice(MutableInput input, int index) {
    Slot slot = input.slot(index);
    Slot other = other(input, index);
    alone = input.size() == 1 ? slot : null;
    if (slot instanceof ByteSlot run) { // has a limit of its own
      return other != null && spliceBytes(run, (ByteSlot) other);
    }
    tree.begin(slot, input.maxLength());
    return splice(slot, other);
  }

  /** From where the argument takes over; null when only its own parts are left for that. */
  private Slot other(MutableInput input, int index) {
    int[] twins = input.twins(index);
    if (donors.isEmpty()) {
      return twins.length == 0 ? null : input.slot(anyOf(twins));
    }
    MutableInput donor = donors.get(random.below(donors.size()));
    if (twins.length == 0 || random.below(TWIN) > 0) {
      return donor.slot(index);
    }
    return (random.nextBoolean() ? input : donor).slot(anyOf(twins));
  }

  private int anyOf(int[] indices) {
    return indices[random.below(indices.length)];
  }

  /**
   * @param other null when there is none
   */
  private boolean splice(Slot slot, Slot other) {
    if (slot instanceof NullableSlot nullable) {
      return spliceNullable(nullable, (NullableSlot) other);
    } else if (slot instanceof SequenceSlot sequence) {
      return spliceSequence(sequence, (SequenceSlot) other);
    } else if (slot instanceof TupleSlot tuple) {
      return spliceTuple(tuple, (TupleSlot) other);
    } else if (other == null) {
      return false;
    } else if (slot instanceof ByteSlot run) {
      return splicePart(run, (ByteSlot) other);
    }
    return takeWhole(slot, other);
  }

  private boolean takeWhole(Slot slot, Slot other) {
    if (slot == alone || slot.isSame(other) || !tree.take(other.weight() - slot.weight())) {
      return false;
    }
    slot.copyFrom(other);
    return true;
  }

  private boolean splicePart(ByteSlot slot, ByteSlot other) {
    int before = slot.bytes().length();
    slot.limitGrowth(tree.room());
    boolean changed = spliceBytes(slot, other);
    tree.giveBack(before - slot.bytes().length());
    return changed;
  }

  private boolean spliceBytes(ByteSlot slot, ByteSlot other) {
    ByteRun run = slot.bytes();
    ByteRun donor = other.bytes();
    if (donor.length() == 0) {
      return false;
    }
    boolean changed = slot != alone && random.below(WHOLE) == 0 && takeAll(run, donor);
    for (int tries = 0; tries < MOST_TRIES && !changed; tries++) {
      changed = OF_BYTES[random.below(OF_BYTES.length)].apply(run, donor, random);
    }
    if (changed) {
      slot.normalize();
    }
    return changed;
  }

  private static boolean takeAll(ByteRun run, ByteRun donor) {
    if (donor.length() > run.maxLength() || run.isSame(donor)) {
      return false;
    }
    run.set(donor.array(), donor.length());
    return true;
  }

  private boolean spliceNullable(NullableSlot slot, NullableSlot other) {
    boolean given = other != null && other.isPresent();
    return slot.isPresent()
        ? splice(slot.content(), given ? other.content() : null)
        : given && takeWhole(slot, other);
  }

  private boolean spliceTuple(TupleSlot tuple, TupleSlot other) {
    if (other != null && random.below(WHOLE) == 0 && takeWhole(tuple, other)) {
      return true;
    }
    int size = tuple.size();
    int index = size < 2 ? 0 : random.below(size);
    for (int tries = 0; tries < size; tries++) {
      int[] twins = tuple.twins(index);
      boolean fromTwin = twins.length > 0 && (other == null || random.below(TWIN) == 0);
      Slot part = fromTwin ? tuple.part(anyOf(twins)) : other == null ? null : other.part(index);
      if (splice(tuple.part(index), part)) {
        return true;
      }
      index = index + 1 == size ? 0 : index + 1;
    }
    return false;
  }

  /** Half of the time within one element, half of the time among the elements. */
  private boolean spliceSequence(SequenceSlot sequence, SequenceSlot other) {
    if ((other == null || random.nextBoolean()) && spliceElement(sequence, other)) {
      return true;
    }
    for (int tries = 0; tries < MOST_TRIES && other != null; tries++) {
      if (OF_SEQUENCE[random.below(OF_SEQUENCE.length)].apply(sequence, other, tree)) {
        return true;
      }
    }
    return false;
  }

  private boolean spliceElement(SequenceSlot sequence, SequenceSlot other) {
    int size = sequence.size();
    if (size == 0) {
      return false;
    }
    int index = random.below(size);
    Slot element = sequence.element(index);
    Slot from = null;
    if (other != null && other.size() > 0 && (size == 1 || random.nextBoolean())) {
      from = other.element(random.below(other.size()));
    } else if (size > 1) {
      from = sequence.element(StructureMutation.otherThan(index, random, size));
    }
    if (!sequence.isDistinct()) {
      return splice(element, from);
    }
    Slot before = sequence.copyOf(index);
    if (!splice(element, from)) {
      return false;
    }
    if (sequence.hasEqual(index)) {
      tree.giveBack(element.weight() - before.weight());
      element.copyFrom(before);
      return false;
    }
    return true;
  }
}
