package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.jazzer.TakenValue;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of which a provider has made a value.
 *
 * @param slot the number of the slot that has them
 */
record TakenPlace(int slot, TakenValue taken) implements Place {

  static List<Place> of(List<TakenValue> taken, List<Slot> slots) {
    List<Place> places = new ArrayList<>();
    for (TakenValue value : taken) {
      for (int i = 0; i < slots.size(); i++) {
        if (slots.get(i) instanceof ByteSlot bytes && holds(bytes, value.data())) {
          places.add(new TakenPlace(i, value));
          break;
        }
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
  public Hint.Edit put(Object wanted) {
    byte[] content = taken.encoder().apply(wanted);
    return content == null ? null : new Hint.Edit(slot, taken.from(), taken.to(), content);
  }
}
