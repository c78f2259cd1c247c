package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.ByteSlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A number right before some bytes that tells how many they are.
 *
 * @param at where it begins
 * @param form how it is written
 */
record LengthField(int at, NumberForm form) {
  private static final NumberForm[] FORMS = {
    NumberForm.BYTES_8,
    NumberForm.BYTES_8_LITTLE,
    NumberForm.BYTES_4,
    NumberForm.BYTES_4_LITTLE,
    NumberForm.BYTES_2,
    NumberForm.BYTES_2_LITTLE,
    NumberForm.BYTE
  };

  private static final NumberForm[] OF_EMPTY = {
    NumberForm.BYTES_4, NumberForm.BYTES_4_LITTLE, NumberForm.BYTES_2, NumberForm.BYTE
  };

  /** Fields of one size without anything behind them. */
  private static final int MOST_ZEROS = 3;

  /** The field before a place, the largest of those that could be one. */
  static Optional<LengthField> before(ByteSlot slot, int place, int length) {
    byte[] array = slot.bytes().array();
    for (NumberForm form : FORMS) {
      int at = place - form.size();
      if (at >= 0) {
        byte[] wanted = form.encode(length);
        if (wanted.length > 0 && Arrays.equals(array, at, place, wanted, 0, wanted.length)) {
          return Optional.of(new LengthField(at, form));
        }
      }
    }
    return Optional.empty();
  }

  /** Fields that may say that nothing follows, the first few of each size. */
  static List<LengthField> zeros(ByteSlot slot) {
    List<LengthField> fields = new ArrayList<>();
    for (NumberForm form : OF_EMPTY) {
      byte[] array = slot.bytes().array();
      byte[] zeros = new byte[form.size()];
      ByteSearch.places(array, slot.bytes().length(), zeros, MOST_ZEROS)
          .forEach(at -> fields.add(new LengthField(at, form)));
    }
    return fields;
  }

  /** Where what it counts begins. */
  int end() {
    return at + form.size();
  }

  /** The field with another length, or as it is when that is too large for it. */
  Hint.Edit with(int slot, int length) {
    byte[] content = form.encode(length);
    return content.length == 0
        ? new Hint.Edit(slot, at, at, content)
        : new Hint.Edit(slot, at, at + form.size(), content);
  }
}
