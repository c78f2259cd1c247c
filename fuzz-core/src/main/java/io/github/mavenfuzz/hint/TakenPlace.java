package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.jazzer.TakenValue;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of which a provider has made a value. When the bytes had run out before, those that the
 * values before it lack have to be there as well, or they would take those of this one.
 *
 * <p>Example: an int has taken the last three bytes, a second one found none. To give the second
 * four bytes, the first one needs a fourth.
 *
 * @param slot the number of the slot that has them
 * @param lacking values that were taken before, and lack bytes
 */
record TakenPlace(int slot, TakenValue taken, List<TakenValue> lacking) implements Place {
  /** Values whose bytes are put in for another one's sake. */
  private static final int MOST_LACKING = 64;

  static List<Place> of(List<TakenValue> taken, List<Slot> slots) {
    List<Place> places = new ArrayList<>();
    List<TakenValue> lacking = new ArrayList<>();
    for (TakenValue value : taken) {
      for (int i = 0; i < slots.size(); i++) {
        if (slots.get(i) instanceof ByteSlot bytes && holds(bytes, value.data())) {
          places.add(new TakenPlace(i, value, List.copyOf(lacking)));
          break;
        }
      }
      if (value.missing() > 0 && lacking.size() < MOST_LACKING) {
        lacking.add(value);
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
    if (lacking.isEmpty() || taken.size() == 0) {
      return Hint.of(new Hint.Edit(slot, taken.from(), taken.to(), content));
    }
    int zeros = 0;
    List<Hint.Edit> edits = new ArrayList<>();
    for (TakenValue value : lacking) {
      if (value.from() == value.to()) {
        zeros += value.missing();
      } else { // its highest bytes are its last
        edits.add(new Hint.Edit(slot, value.to(), value.to(), new byte[value.missing()]));
      }
    }
    byte[] all = Arrays.copyOf(content, content.length + zeros);
    edits.add(0, new Hint.Edit(slot, taken.from(), taken.to(), all));
    return new Hint(edits);
  }
}
