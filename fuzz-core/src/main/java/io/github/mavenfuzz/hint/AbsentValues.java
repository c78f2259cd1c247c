package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.NullableSlot;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.Slots;
import java.util.ArrayList;
import java.util.List;

/** Values of an input that are null, or nothing: nobody compares them before they are there. */
final class AbsentValues {
  private static final int MOST = 64;

  private AbsentValues() {}

  /** A hint by which all are there, with the simplest content; null when none is missing. */
  static Hint present(List<Slot> slots) {
    List<Hint.Edit> edits = new ArrayList<>();
    for (int i = 0; i < slots.size() && edits.size() < MOST; i++) {
      if (slots.get(i) instanceof NullableSlot nullable && !nullable.isPresent()) {
        nullable.setPresent(true);
        edits.add(Hint.Edit.whole(i, Slots.form(nullable)));
        nullable.setPresent(false);
      }
    }
    return edits.isEmpty() ? null : new Hint(edits);
  }
}
