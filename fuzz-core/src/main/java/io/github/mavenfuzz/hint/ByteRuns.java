package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.Slot;
import java.util.ArrayList;
import java.util.List;

/** The arrays and texts of an input: where an operand can stand among other bytes. */
final class ByteRuns {
  private ByteRuns() {}

  /**
   * An array or a text.
   *
   * @param number of the slot
   */
  record Run(int number, ByteSlot slot) {
    /** Its bytes, and perhaps more behind them. */
    byte[] array() {
      return slot.bytes().array();
    }

    int length() {
      return slot.bytes().length();
    }

    boolean isArray() {
      return slot.face() == ByteSlot.Face.ARRAY;
    }
  }

  /** Those of an input, big numbers left out. */
  static List<Run> of(List<Slot> slots) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i) instanceof ByteSlot slot && slot.face() != ByteSlot.Face.INTEGER) {
        runs.add(new Run(i, slot));
      }
    }
    return runs;
  }
}
