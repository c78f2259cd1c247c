package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteRun;
import io.github.mavenfuzz.slot.ByteSlot;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/** Mutates runs of bytes: arrays, strings, and big integers. */
final class ByteMutator {
  private static final ByteMutation[] TABLE =
      Stream.<ByteMutation[]>of(StructureMutation.values(), ValueMutation.values())
          .flatMap(Stream::of)
          .toArray(ByteMutation[]::new);
  private static final ByteMutation[] OF_EMPTY = {
    StructureMutation.INSERT_RANDOM, StructureMutation.INSERT_CONSTANT
  };

  static final List<ByteMutation> ALL = List.of(TABLE);

  private static final BigIntegerMutation[] OF_INTEGER = BigIntegerMutation.values();

  private final PcgRandom random;
  private Dictionary words = Dictionary.EMPTY;
  private ByteMutation[] table = TABLE;
  private ByteMutation[] ofEmpty = OF_EMPTY;

  ByteMutator(PcgRandom random) {
    this.random = random;
  }

  /**
   * @param dictionary an empty one leaves the choice of mutations as it is
   */
  void begin(Dictionary dictionary) {
    if (!dictionary.words().equals(words.words())) {
      List<ByteMutation> ofWords = WordMutations.of(dictionary);
      words = dictionary;
      table = with(TABLE, ofWords);
      ofEmpty = with(OF_EMPTY, ofWords);
    }
  }

  private static ByteMutation[] with(ByteMutation[] mutations, List<ByteMutation> more) {
    return Stream.concat(Stream.of(mutations), more.stream()).toArray(ByteMutation[]::new);
  }

  /**
   * @return false when nothing can be done to a run that is empty and must not grow
   */
  boolean mutate(ByteSlot slot) {
    if (slot.face() == ByteSlot.Face.INTEGER) {
      mutateInteger(slot);
      return true;
    }
    boolean changed = mutate(slot.bytes());
    slot.repair();
    return changed;
  }

  /** Ends because some mutation always applies: inserting when empty, else flipping a bit. */
  private boolean mutate(ByteRun run) {
    if (run.length() == 0 && run.maxLength() == 0) {
      return false;
    }
    ByteMutation[] applicable = run.length() == 0 ? ofEmpty : table;
    while (!applicable[random.below(applicable.length)].apply(run, random)) {}
    return true;
  }

  /** Half of the time as bytes, which reach every number, half of the time by arithmetic. */
  private void mutateInteger(ByteSlot slot) {
    BigInteger value = (BigInteger) slot.value();
    if (random.nextBoolean()) {
      int index = random.below(OF_INTEGER.length);
      BigInteger mutated = OF_INTEGER[index].apply(value, random);
      if (mutated.bitLength() < Byte.SIZE * Math.max(Long.BYTES, slot.bytes().maxLength())) {
        slot.load(mutated);
        return;
      }
    }
    mutate(slot.bytes());
    slot.normalize();
  }
}
