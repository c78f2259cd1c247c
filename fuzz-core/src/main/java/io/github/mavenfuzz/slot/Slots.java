package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.MalformedInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The slots of an input by number: each before those that it holds, in their order. A hint names
 * them so.
 *
 * <p>Example: of the arguments {@code (7, [1, 2])} the number 7 is slot 0, the list slot 1, its
 * elements are the slots 2 and 3.
 */
public final class Slots {
  /** Slots behind that have no number. */
  private static final int MOST = 1 << 12;

  private final List<Slot> all = new ArrayList<>();

  private Slots() {}

  /** The slots as they are now. */
  public static List<Slot> of(MutableInput input) {
    if (input.size() == 1 && input.slot(0) instanceof ByteSlot only) {
      return List.of(only);
    }
    Slots slots = new Slots();
    for (int i = 0; i < input.size(); i++) {
      slots.add(input.slot(i));
    }
    return slots.all;
  }

  private void add(Slot slot) {
    if (all.size() == MOST) {
      return;
    }
    all.add(slot);
    if (slot instanceof TupleSlot tuple) {
      for (int i = 0; i < tuple.size(); i++) {
        add(tuple.part(i));
      }
    } else if (slot instanceof SequenceSlot sequence) {
      for (int i = 0; i < sequence.size(); i++) {
        add(sequence.element(i));
      }
    } else if (slot instanceof NullableSlot nullable && nullable.isPresent()) {
      add(nullable.content());
    }
  }

  /** The memory form of one slot. */
  public static byte[] form(Slot slot) {
    MemoryWriter out = new MemoryWriter();
    slot.write(out);
    return out.toBytes();
  }

  /**
   * Gives a slot the value of a memory form.
   *
   * @return false when it has no such value, or that is out of its bounds; then it is as it was
   */
  public static boolean put(Slot slot, byte[] form) {
    byte[] before = form(slot);
    if (read(slot, form) && slot.isValid()) {
      return true;
    }
    read(slot, before);
    return false;
  }

  private static boolean read(Slot slot, byte[] form) {
    try {
      MemoryReader in = new MemoryReader(form, 0, form.length);
      slot.read(in);
      in.expectEnd();
      return true;
    } catch (MalformedInputException e) {
      return false;
    }
  }
}
