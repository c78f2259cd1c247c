package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.NullableSlot;
import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The length of an array, a text or a collection. It becomes longer by zeros or new elements at its
 * end, and shorter by what goes from there.
 *
 * @param number of the slot
 */
record SizePlace(int number, Slot slot) implements Place {
  /** Lengths beyond that are not proposed. */
  private static final int LONGEST = 4096;

  private static final int MOST_ELEMENTS = 64;

  /** The places of an input. */
  static List<Place> of(List<Slot> slots) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      boolean isRun = slot instanceof ByteSlot run && run.face() != ByteSlot.Face.INTEGER;
      if (isRun || slot instanceof SequenceSlot list && !list.isDistinct()) {
        places.add(new SizePlace(i, slot));
      }
    }
    return places;
  }

  @Override
  public Object value() {
    return (long)
        (slot instanceof ByteSlot run ? run.bytes().length() : ((SequenceSlot) slot).size());
  }

  @Override
  public Hint put(Object wanted) {
    long size = (Long) wanted;
    if (size < 0 || size > LONGEST) {
      return null;
    }
    Hint.Edit edit =
        slot instanceof ByteSlot run
            ? ofRun(run, (int) size)
            : ofSequence((SequenceSlot) slot, (int) size);
    return edit == null ? null : Hint.of(edit);
  }

  private Hint.Edit ofRun(ByteSlot run, int size) {
    int length = run.bytes().length();
    return size <= length
        ? new Hint.Edit(number, size, length, new byte[0])
        : new Hint.Edit(number, length, length, zeros(run, size - length));
  }

  private static byte[] zeros(ByteSlot run, int count) {
    byte[] zeros = new byte[count];
    if (run.face() == ByteSlot.Face.TEXT) {
      Arrays.fill(zeros, (byte) '0');
    }
    return zeros;
  }

  private Hint.Edit ofSequence(SequenceSlot sequence, int size) {
    if (size > Math.min(MOST_ELEMENTS, sequence.max()) || size < sequence.min()) {
      return null;
    }
    byte[] before = Slots.form(sequence);
    while (sequence.size() < size) {
      Slot element = sequence.newElement();
      if (element instanceof NullableSlot nullable) {
        nullable.setPresent(true);
      }
      sequence.insert(sequence.size(), element);
    }
    if (sequence.size() > size) {
      sequence.remove(size, sequence.size());
    }
    byte[] after = Slots.form(sequence);
    Slots.put(sequence, before);
    return Hint.Edit.whole(number, after);
  }
}
