package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.comparison.Site;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.HintMutation;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps checksums right. A number that the input holds and that was equal to one that the target
 * has worked out may be a checksum; what a hint changes would make it wrong. So the input is run
 * with the hint, and what the target then works out becomes part of the hint.
 */
final class Checksums {
  /** Hints that are run. */
  private static final int MOST_HINTS = 32;

  private static final int MOST_FIELDS = 2;

  /** A checksum has more than two bytes, mostly. */
  private static final long LARGE = 1 << 16;

  private static final NumberForm[] FORMS = {
    NumberForm.BYTES_8,
    NumberForm.BYTES_8_LITTLE,
    NumberForm.BYTES_4,
    NumberForm.BYTES_4_LITTLE,
    NumberForm.DECIMAL,
    NumberForm.HEXADECIMAL
  };

  private final MutableInput input;
  private final List<Slot> slots;

  Checksums(MutableInput input, List<Slot> slots) {
    this.input = input;
    this.slots = slots;
  }

  /**
   * Where the input holds a checksum.
   *
   * @param traced the comparison of it
   */
  private record Field(Traced traced, NumberForm form, Hint.Edit edit) {}

  /**
   * @param run of the input as it is
   * @param hints of it, of which the first few are tried
   * @return hints that do the same and keep the checksums right
   */
  List<Hint> repair(List<Traced> run, List<Hint> hints, VariedRuns variations) {
    List<Field> fields = fields(run);
    List<Hint> repaired = new ArrayList<>();
    if (fields.isEmpty()) {
      return repaired;
    }
    RunIndex first = new RunIndex(run);
    for (Hint hint : hints.subList(0, Math.min(MOST_HINTS, hints.size()))) {
      MutableInput varied = new MutableInput(input);
      if (!HintMutation.apply(varied, hint)) {
        continue;
      }
      TracedRun second = variations.run(varied);
      if (second == null) {
        break;
      }
      RunIndex others = new RunIndex(second.comparisons());
      for (Field field : fields) {
        Hint better = repair(field, hint, first.counterpart(field.traced, others));
        if (better != null) {
          repaired.add(better);
        }
      }
    }
    return repaired;
  }

  private List<Field> fields(List<Traced> run) {
    List<Field> fields = new ArrayList<>();
    for (Traced traced : run) {
      boolean mayBe =
          traced.comparison().left() instanceof Long value
              && value.equals(traced.comparison().right())
              && traced.site().constant() == Site.Constant.NONE
              && Math.abs(value) > LARGE;
      if (mayBe && fields.size() < MOST_FIELDS) {
        Field field = find(traced);
        if (field != null) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private Field find(Traced traced) {
    long value = (Long) traced.comparison().left();
    for (NumberForm form : FORMS) {
      byte[] needle = form.encode(value);
      for (int i = 0; i < slots.size(); i++) {
        if (slots.get(i) instanceof ByteSlot slot) {
          List<Integer> at =
              ByteSearch.places(slot.bytes().array(), slot.bytes().length(), needle, 1);
          if (!at.isEmpty()) {
            int from = at.get(0);
            Hint.Edit edit = new Hint.Edit(i, from, from + needle.length, needle);
            return new Field(traced, form, edit);
          }
        }
      }
    }
    return null;
  }

  /**
   * @param then the comparison of the checksum in the run with the hint; null when there was none
   * @return null when the hint leaves the checksum right, or changes it itself
   */
  private static Hint repair(Field field, Hint hint, Traced then) {
    boolean overlaps =
        hint.edits().stream()
            .anyMatch(edit -> edit.slot() == field.edit.slot() && overlap(edit, field.edit));
    if (overlaps
        || then == null
        || !(then.comparison().left() instanceof Long left)
        || !(then.comparison().right() instanceof Long right)
        || left.equals(right)) {
      return null;
    }
    byte[] content =
        field.form.encode(left.equals(field.traced.comparison().left()) ? right : left);
    return content.length == 0 ? null : with(hint, field, content);
  }

  private static boolean overlap(Hint.Edit edit, Hint.Edit field) {
    return edit.from() == Hint.WHOLE || edit.from() < field.to() && edit.to() > field.from();
  }

  private static Hint with(Hint hint, Field field, byte[] content) {
    Hint.Edit edit = field.edit;
    List<Hint.Edit> edits = new ArrayList<>(hint.edits());
    edits.add(new Hint.Edit(edit.slot(), edit.from(), edit.to(), content));
    edits.sort(Comparator.comparingInt(Hint.Edit::slot).thenComparingInt(Hint.Edit::from));
    return new Hint(edits);
  }
}
