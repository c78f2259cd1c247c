package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.hint.ByteRuns.Run;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.HintMutation;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slots;
import java.util.List;

/**
 * Runs an input again with another number at one place, or other bytes in one window, after the
 * other, for comparisons of which no operand is in the input as it is.
 */
final class WindowRuns {
  /** Windows of one slot. */
  private static final int WINDOWS = 8;

  /** Numbers of an input that are varied. */
  private static final int MOST_PLACES = 16;

  private static final long OTHER_BITS = 0x1549;

  /** Longer slots are left alone. */
  private static final int LONGEST = 1024;

  /** What the bytes of a window are mixed with, over and over. */
  private static final byte[] PATTERN = {0x15, 0x2B, 0x07, 0x33, 0x1D, 0x49, 0x26};

  private final MutableInput input;
  private final List<Run> runs;
  private final List<Place> places;
  private final Proposals proposals;

  WindowRuns(MutableInput input, List<Run> runs, List<Place> places, Proposals proposals) {
    this.input = input;
    this.runs = runs;
    this.places = places;
    this.proposals = proposals;
  }

  /**
   * @param run of the input as it is
   * @param open comparisons that hints are wanted for
   */
  void add(List<Traced> run, List<Traced> open, VariedRuns variations) {
    if (open.stream().noneMatch(traced -> traced.comparison().left() instanceof Long)) {
      return;
    }
    ShiftedOperands operands = new ShiftedOperands(run, proposals);
    addOfPlaces(operands, open, variations);
    for (Run bytes : runs) {
      if (bytes.isArray() && bytes.length() <= LONGEST) {
        addOf(bytes, operands, open, variations);
      }
    }
  }

  private void addOfPlaces(ShiftedOperands operands, List<Traced> open, VariedRuns variations) {
    List<Place> numbers =
        places.stream()
            .filter(place -> place.value() instanceof Long && !(place instanceof SizePlace))
            .limit(MOST_PLACES)
            .toList();
    for (Place place : numbers) {
      long before = (Long) place.value();
      long after = before ^ OTHER_BITS;
      Hint other = place.put(after);
      MutableInput varied = new MutableInput(input);
      if (other == null || !HintMutation.apply(varied, other)) {
        continue;
      }
      TracedRun second = variations.run(varied);
      if (second == null) {
        return;
      }
      operands.forEach(
          open,
          second.comparisons(),
          operand -> {
            Long wanted = ShiftedOperands.wanted(operand, before, after, -1);
            proposals.add(wanted == null ? null : place.put(wanted));
          });
    }
  }

  private void addOf(Run run, ShiftedOperands operands, List<Traced> open, VariedRuns variations) {
    int length = run.length();
    int size = Math.max(1, (length + WINDOWS - 1) / WINDOWS);
    for (int from = 0; from < length; from += size) {
      MutableInput varied = new MutableInput(input);
      byte[] bytes = ((ByteSlot) Slots.of(varied).get(run.number())).bytes().array();
      for (int at = from; at < Math.min(length, from + size); at++) {
        bytes[at] ^= PATTERN[at % PATTERN.length];
      }
      TracedRun second = variations.run(varied);
      if (second == null) {
        return;
      }
      operands.forEach(
          open,
          second.comparisons(),
          operand -> operands.findInBytes(operand, run.number(), run.slot(), bytes));
    }
  }
}
