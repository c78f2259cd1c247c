package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteRun;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.Slots;
import java.util.List;

/**
 * Does to an input what a hint says. The input may have been changed since the hint was found: what
 * then fits nowhere is left out.
 */
public final class HintMutation {
  private HintMutation() {}

  /**
   * Changes the input.
   *
   * @return false when nothing of the hint fits; then the input is as it was
   */
  public static boolean apply(MutableInput input, Hint hint) {
    input.limit(Integer.MAX_VALUE);
    List<Slot> slots = Slots.of(input);
    boolean changed = false;
    for (int i = hint.edits().size() - 1; i >= 0; i--) {
      Hint.Edit edit = hint.edits().get(i);
      if (edit.slot() < slots.size()) {
        changed |= apply(slots.get(edit.slot()), edit);
      }
    }
    return changed;
  }

  private static boolean apply(Slot slot, Hint.Edit edit) {
    if (edit.from() == Hint.WHOLE) {
      return Slots.put(slot, edit.content());
    }
    return slot instanceof ByteSlot bytes && replace(bytes, edit);
  }

  private static boolean replace(ByteSlot slot, Hint.Edit edit) {
    slot.limit(Integer.MAX_VALUE);
    ByteRun run = slot.bytes();
    byte[] content = edit.content();
    if (edit.from() < 0 || edit.from() > edit.to() || edit.to() > run.length()) {
      return false;
    }
    int grows = content.length - (edit.to() - edit.from());
    if (grows > 0 && !run.hasRoomFor(grows)) {
      return false;
    }
    run.replace(edit.from(), edit.to(), content, 0, content.length);
    slot.normalize();
    return true;
  }
}
