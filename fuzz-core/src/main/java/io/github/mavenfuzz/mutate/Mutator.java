package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.input.ByteRun;
import io.github.mavenfuzz.input.MutableInput;
import io.github.mavenfuzz.input.Slot;
import io.github.mavenfuzz.type.LeafKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * Mutates inputs, in the hot loop of a worker JVM and, to replay that, in the coordinator. Mutators
 * whose random numbers are in the same state do the same to equal inputs.
 */
public final class Mutator {
  /** How many mutations a worker applies one upon the other before it starts from the original. */
  public static final int CHAIN_LENGTH = 5;

  private static final ByteMutation[] OF_BYTES =
      Stream.<ByteMutation[]>of(StructureMutation.values(), ValueMutation.values())
          .flatMap(Stream::of)
          .toArray(ByteMutation[]::new);
  private static final ByteMutation[] OF_EMPTY = {
    StructureMutation.INSERT_RANDOM, StructureMutation.INSERT_CONSTANT
  };
  private static final NumberMutation[] OF_BOOLEAN = {IntegralMutation.FLIP_BIT};
  private static final NumberMutation[] OF_INTEGRAL = IntegralMutation.values();
  private static final NumberMutation[] OF_FLOATING = FloatingMutation.values();

  private final PcgRandom random;
  private final ByteMutation[] ofBytes;
  private final ByteMutation[] ofEmpty;

  /**
   * @param random advanced by every mutation
   */
  public Mutator(PcgRandom random) {
    this(random, Dictionary.EMPTY);
  }

  /**
   * @param random advanced by every mutation
   * @param dictionary words to insert; an empty one leaves the choice of mutations as it is
   */
  public Mutator(PcgRandom random, Dictionary dictionary) {
    this.random = random;
    List<ByteMutation> ofWords = WordMutations.of(dictionary);
    this.ofBytes = with(OF_BYTES, ofWords);
    this.ofEmpty = with(OF_EMPTY, ofWords);
  }

  private static ByteMutation[] with(ByteMutation[] mutations, List<ByteMutation> more) {
    return Stream.concat(Stream.of(mutations), more.stream()).toArray(ByteMutation[]::new);
  }

  /** All that can happen to an array or a string, but for the words of a dictionary. */
  public static List<ByteMutation> byteMutations() {
    return List.of(OF_BYTES);
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
    return List.of(tableOf(type));
  }

  /**
   * Applies one mutation to one argument, both chosen at random; the outcome differs from the input
   * except by rare chance. Leaves an input alone that nothing can be done to: one of empty arrays
   * and strings that must not grow.
   */
  public void mutate(MutableInput input) {
    int size = input.size();
    int index = size == 1 ? 0 : random.below(size);
    for (int tries = 0; tries < size && !mutate(input.slot(index)); tries++) {
      index = index + 1 == size ? 0 : index + 1;
    }
  }

  private boolean mutate(Slot slot) {
    if (slot.bytes() != null) {
      return mutate(slot.bytes());
    }
    LeafKind type = slot.type();
    slot.setBits(mutateNumber(slot.bits(), type, tableOf(type)));
    return true;
  }

  /** Ends because some mutation always applies: inserting when empty, else flipping a bit. */
  private boolean mutate(ByteRun run) {
    if (run.length() == 0 && run.maxLength() == 0) {
      return false;
    }
    ByteMutation[] table = run.length() == 0 ? ofEmpty : ofBytes;
    while (!table[random.below(table.length)].apply(run, random)) {}
    return true;
  }

  /** Ends because flipping a bit changes every number. */
  private long mutateNumber(long bits, LeafKind type, NumberMutation[] table) {
    long mutated;
    do {
      mutated = table[random.below(table.length)].apply(bits, type, random);
    } while (mutated == bits);
    return mutated;
  }

  private static NumberMutation[] tableOf(LeafKind type) {
    return switch (type) {
      case BOOLEAN -> OF_BOOLEAN;
      case FLOAT, DOUBLE -> OF_FLOATING;
      default -> OF_INTEGRAL;
    };
  }
}
