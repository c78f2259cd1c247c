package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.Slots;
import io.github.mavenfuzz.slot.TupleSlot;
import io.github.mavenfuzz.type.LeafKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An argument of the target, or a part of one, that is a value by itself.
 *
 * @param number of the slot
 * @param value as the target has seen it
 */
record SlotPlace(int number, Slot slot, Object value) implements Place {

  /** The places of an input. */
  static List<Place> of(List<Slot> slots) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Object value = value(slots.get(i));
      if (value != null) {
        places.add(new SlotPlace(i, slots.get(i), value));
      }
    }
    return places;
  }

  private static Object value(Slot slot) {
    if (slot instanceof NumberSlot number) {
      return number.kind().isReal()
          ? (Object) ((Number) number.value()).doubleValue()
          : (Object) number.bits();
    }
    if (slot instanceof SequenceSlot) {
      return null;
    }
    boolean single =
        slot instanceof TupleSlot
            || slot instanceof ByteSlot bytes && bytes.face() != ByteSlot.Face.ARRAY;
    Object value = single ? slot.value() : null;
    boolean known =
        value instanceof String
            || value instanceof BigInteger
            || value instanceof BigDecimal
            || value instanceof UUID
            || value instanceof TemporalAccessor
            || value instanceof TemporalAmount;
    return known ? value : null;
  }

  @Override
  public Hint put(Object wanted) {
    byte[] before = Slots.form(slot);
    try {
      if (slot instanceof NumberSlot number) {
        number.setBits(bits(number.kind(), wanted));
        if (!number.kind().isReal() && !wanted.equals(number.bits())) { // has too few bits for it
          return null;
        }
      } else {
        slot.load(wanted);
      }
      byte[] after = Slots.form(slot);
      return slot.isValid() ? Hint.of(Hint.Edit.whole(number, after)) : null;
    } catch (RuntimeException notOfThisType) {
      return null;
    } finally {
      Slots.put(slot, before);
    }
  }

  private static long bits(LeafKind kind, Object wanted) {
    Number number = (Number) wanted;
    return switch (kind) {
      case BOOLEAN -> number.longValue() & 1;
      case BYTE -> number.byteValue();
      case SHORT -> number.shortValue();
      case CHAR -> (char) number.longValue();
      case INT -> number.intValue();
      case FLOAT -> Float.floatToRawIntBits(number.floatValue());
      case DOUBLE -> Double.doubleToRawLongBits(number.doubleValue());
      default -> number.longValue();
    };
  }
}
