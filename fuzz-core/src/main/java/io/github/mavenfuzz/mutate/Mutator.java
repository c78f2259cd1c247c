package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.type.LeafKind;
import java.util.List;

/**
 * Mutates inputs, in the hot loop of a worker JVM and, to replay that, in the coordinator. Mutators
 * with equal vocabularies, whose random numbers are in the same state, do the same to equal inputs.
 */
public final class Mutator {
  /** How often a worker mutates, with a run after each time, before it starts from the original. */
  public static final int CHAIN_LENGTH = 5;

  /** One in so many mutations follows a hint, where there are any. */
  private static final int OF_HINTS = 4;

  private final PcgRandom random;
  private final ByteMutator bytes;
  private final NumberMutator numbers;
  private final TreeMutator trees;
  private final Splicer splicer;
  private List<List<Hint>> allHints = List.of();
  private int limit = Integer.MAX_VALUE;

  /** Of the input that is being mutated. */
  private List<Hint> hints = List.of();

  /**
   * @param random advanced by every mutation
   */
  public Mutator(PcgRandom random) {
    this.random = random;
    this.bytes = new ByteMutator(random);
    this.numbers = new NumberMutator(random);
    this.trees = new TreeMutator(random, bytes, numbers);
    this.splicer = new Splicer(random, trees);
  }

  /** Draws on this vocabulary from now on, and on no other. Without a call it has none. */
  public void begin(Vocabulary vocabulary) {
    bytes.begin(vocabulary.words());
    splicer.begin(vocabulary.donors());
    allHints = vocabulary.hints();
    limit = vocabulary.limit();
    hints = List.of();
  }

  /**
   * What is mutated from now on stems from one of the donors, whose hints are followed.
   *
   * @param parent its index; one that the vocabulary does not have has no hints
   */
  public void from(int parent) {
    hints = parent < allHints.size() ? allHints.get(parent) : List.of();
  }

  /** All that can happen to an array or a string, but for the words of a dictionary. */
  public static List<ByteMutation> byteMutations() {
    return ByteMutator.ALL;
  }

  /**
   * All that can happen to a number.
   *
   * @throws IllegalArgumentException for a type that is not a number
   */
  public static List<NumberMutation> numberMutations(LeafKind type) {
    if (type.isBytes()) {
      throw new IllegalArgumentException(type.javaName() + " is not a number");
    }
    return List.of(NumberMutator.tableOf(type));
  }

  /**
   * Applies one mutation to one argument, both chosen at random, or to a long input up to four one
   * upon the other. The outcome is within the bounds of the arguments' types and differs from the
   * input except by rare chance. Leaves an input alone that nothing can be done to, such as one of
   * empty arrays and strings that must not grow.
   */
  public void mutate(MutableInput input) {
    for (int count = Stacking.count(input, random); count > 0; count--) {
      mutateOnce(input);
    }
  }

  private void mutateOnce(MutableInput input) {
    if (!hints.isEmpty()
        && random.below(OF_HINTS) == 0
        && HintMutation.apply(input, hints.get(random.below(hints.size())))) {
      return;
    }
    input.limit(limit);
    int size = input.size();
    int index = size == 1 ? 0 : random.below(size);
    int oneIn = splicer.oneIn(input, index);
    if (oneIn > 0 && random.below(oneIn) == 0 && splicer.splice(input, index)) {
      return;
    }
    for (int tries = 0; tries < size && !mutate(input.slot(index), input.maxLength()); tries++) {
      index = index + 1 == size ? 0 : index + 1;
    }
  }

  private boolean mutate(Slot slot, int maxLength) {
    if (slot instanceof ByteSlot run) {
      return bytes.mutate(run);
    }
    return slot instanceof NumberSlot number
        ? numbers.mutate(number)
        : trees.mutate(slot, maxLength);
  }
}
