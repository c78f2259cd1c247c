package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.jazzer.TakenValue;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.Slot;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of which a provider has made a value. When the bytes had run out before, those that the
 * values before it lack have to be there as well, or they would take those of this one; and texts
 * that took all there was need an end.
 *
 * <p>Example: an int has taken the last three bytes, a second one found none. To give the second
 * four bytes, the first one needs a fourth.
 *
 * @param slot the number of the slot that has them
 * @param before texts that were taken before, and numbers that lack bytes
 */
record TakenPlace(int slot, TakenValue taken, List<TakenValue> before) implements Place {
  /** Values whose bytes are put in for another one's sake. */
  private static final int MOST_BEFORE = 64;

  static List<Place> of(List<TakenValue> taken, List<Slot> slots) {
    List<Place> places = new ArrayList<>();
    List<TakenValue> before = new ArrayList<>();
    for (TakenValue value : taken) {
      for (int i = 0; i < slots.size(); i++) {
        if (slots.get(i) instanceof ByteSlot bytes && holds(bytes, value.data())) {
          places.add(new TakenPlace(i, value, List.copyOf(before)));
          break;
        }
      }
      if ((isText(value) || value.missing() > 0) && before.size() < MOST_BEFORE) {
        before.add(value);
      }
    }
    return places;
  }

  private static boolean holds(ByteSlot slot, byte[] data) {
    byte[] array = slot.bytes().array();
    return Arrays.equals(array, 0, slot.bytes().length(), data, 0, data.length);
  }

  @Override
  public Object value() {
    return taken.value();
  }

  @Override
  public Hint put(Object wanted) {
    byte[] content = taken.encoder().apply(wanted);
    if (content == null) {
      return null;
    }
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    int from = taken.from();
    int zeros = 0;
    List<Hint.Edit> edits = new ArrayList<>();
    for (TakenValue value : before) {
      if (isText(value)) {
        byte[] closed = isOpen(value) ? value.encoder().apply(value.value()) : null;
        if (closed != null) {
          from = Math.min(from, value.from());
          texts.writeBytes(closed);
        }
      } else if (value.from() == value.to()) {
        zeros += value.missing();
      } else { // its highest bytes are its last
        edits.add(new Hint.Edit(slot, value.to(), value.to(), new byte[value.missing()]));
      }
    }
    texts.writeBytes(content);
    texts.writeBytes(new byte[zeros]);
    edits.add(0, new Hint.Edit(slot, from, taken.to(), texts.toByteArray()));
    return new Hint(edits);
  }

  private static boolean isText(TakenValue value) {
    return value.size() == 0;
  }

  /**
   * Whether a text may have ended only because there were no more bytes. One of a single byte has
   * all that was asked for, or that byte would have been dropped.
   */
  private boolean isOpen(TakenValue text) {
    boolean isComplete = text.to() - text.from() == 1 && !text.value().equals("");
    return taken.from() == taken.to() && text.to() == taken.from() && !isComplete;
  }
}
