package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.boot.Comparison;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.ByteSlot;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds numbers of an input that reach a comparison through an addition or an exclusive or, from
 * two runs of which one had another number at some place. What was added shows in both runs; so the
 * number is known that gives the wanted operand.
 *
 * <p>Example: the bytes {@code 00 05} were compared as 12, and {@code 00 06} as 13, so 7 is added.
 * The operand 100 takes {@code 00 5D}.
 */
final class ShiftedOperands {
  private static final int[] SIZES = {8, 4, 2, 1};

  private final RunIndex first;
  private final Proposals proposals;

  /**
   * @param first the comparisons of the run of the input as it is
   */
  ShiftedOperands(List<Traced> first, Proposals proposals) {
    this.first = new RunIndex(first);
    this.proposals = proposals;
  }

  /**
   * An operand that is not what was wanted.
   *
   * @param seen in the first run
   * @param changed in the second
   */
  record Operand(long seen, long changed, long wanted) {}

  /**
   * Begins with each operand that differs between the two runs.
   *
   * @param open comparisons that hints are wanted for
   * @param second the comparisons of the second run
   */
  void forEach(List<Traced> open, List<Traced> second, Consumer<Operand> consumer) {
    RunIndex others = new RunIndex(second);
    for (Traced traced : open) {
      Traced other = first.counterpart(traced, others);
      if (other != null) {
        proposals.beginComparison();
        compare(traced.comparison(), other.comparison(), consumer);
      }
    }
  }

  private static void compare(Comparison one, Comparison other, Consumer<Operand> consumer) {
    if (one.left() instanceof Long left
        && one.right() instanceof Long right
        && other.left() instanceof Long otherLeft
        && other.right() instanceof Long otherRight) {
      if (!left.equals(otherLeft)) {
        consumer.accept(new Operand(left, otherLeft, right));
      }
      if (!right.equals(otherRight)) {
        consumer.accept(new Operand(right, otherRight, left));
      }
    }
  }

  /**
   * The number that gives the wanted operand.
   *
   * @param before the number in the first run
   * @param after the number in the second
   * @param mask of the bits that it has
   * @return null when neither an addition nor an exclusive or lies between
   */
  static Long wanted(Operand operand, long before, long after, long mask) {
    long mixed = (before ^ operand.seen) & mask;
    long added = operand.seen - before & mask;
    if (before == after) {
      return null;
    }
    if (mixed == ((after ^ operand.changed) & mask)) {
      return operand.wanted ^ mixed;
    }
    return added == (operand.changed - after & mask) ? operand.wanted - added : null;
  }

  /**
   * Adds hints for an operand that other bytes of a slot have changed.
   *
   * @param number of the slot
   * @param slot as it was in the first run
   * @param changed its bytes in the second run, as many as in the first
   */
  void findInBytes(Operand operand, int number, ByteSlot slot, byte[] changed) {
    byte[] array = slot.bytes().array();
    int length = slot.bytes().length();
    for (int size : SIZES) {
      for (int at = 0; at + size <= length && proposals.hasRoom(); at++) {
        if (!Arrays.equals(array, at, at + size, changed, at, at + size)) {
          for (boolean little : new boolean[] {false, true}) {
            Window window = new Window(at, size, little);
            Long wanted = wanted(operand, window.in(array), window.in(changed), window.mask());
            if (wanted != null) {
              byte[] content = NumberForm.raw(wanted, size, little);
              proposals.add(Hint.of(new Hint.Edit(number, at, at + size, content)));
            }
          }
        }
      }
    }
  }

  /**
   * Some bytes that are taken for a number.
   *
   * @param little whether the lowest byte is the first
   */
  private record Window(int at, int size, boolean little) {
    long in(byte[] bytes) {
      long value = 0;
      for (int i = 0; i < size; i++) {
        value = value << Byte.SIZE | bytes[little ? at + size - 1 - i : at + i] & 0xFF;
      }
      return value;
    }

    long mask() {
      return size == Long.BYTES ? -1 : (1L << size * Byte.SIZE) - 1;
    }
  }
}
