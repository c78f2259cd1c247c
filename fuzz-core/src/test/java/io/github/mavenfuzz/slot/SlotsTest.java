package io.github.mavenfuzz.slot;

import static io.github.mavenfuzz.type.SampleTypes.bounded;
import static io.github.mavenfuzz.type.SampleTypes.list;
import static io.github.mavenfuzz.type.SampleTypes.record;
import static io.github.mavenfuzz.type.SampleTypes.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.ValueType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static final ValueType INT = LeafType.of(LeafKind.INT);
  private static final ValueType TEXT = LeafType.of(LeafKind.STRING);

  @Test
  void haveNumbersDepthFirst() {
    MutableInput input = input(types(INT, list(INT, 0, 9), TEXT), 7, List.of(1, 2), "a");

    assertThat(Slots.of(input))
        .extracting(Slot::value)
        .containsExactly(7, List.of(1, 2), 1, 2, "a");
  }

  @Test
  void countWhatIsInRecordsAndWhatMayBeMissing() {
    ValueType nullable = new NullableType(record(INT, TEXT), true);

    assertThat(Slots.of(input(types(nullable), List.of(1, "a"))))
        .extracting(Slot::value)
        .containsExactly(List.of(1, "a"), List.of(1, "a"), 1, "a");
    assertThat(Slots.of(input(types(nullable), (Object) null)))
        .extracting(Slot::value)
        .containsExactly((Object) null);
  }

  @Test
  void areNotMoreThanAFewThousand() {
    MutableInput input =
        input(types(list(INT, 0, Integer.MAX_VALUE)), Collections.nCopies(9999, 1));

    assertThat(Slots.of(input)).hasSize(4096);
  }

  @Test
  void takeTheValueOfAForm() {
    Slot slot = input(types(list(INT, 0, 9)), List.of(1, 2)).slot(0);
    Slot other = input(types(list(INT, 0, 9)), List.of(3)).slot(0);

    assertThat(Slots.put(slot, Slots.form(other))).isTrue();
    assertThat(slot.value()).isEqualTo(List.of(3));
  }

  @Test
  void areAsTheyWereAfterAFormThatIsNone() {
    Slot slot = input(types(list(INT, 0, 9)), List.of(1, 2)).slot(0);
    byte[] form = Slots.form(slot);

    assertThat(Slots.put(slot, Arrays.copyOf(form, form.length - 1))).isFalse();
    assertThat(Slots.put(slot, Arrays.copyOf(form, form.length + 1))).isFalse();
    assertThat(Slots.put(slot, new byte[0])).isFalse();
    assertThat(slot.value()).isEqualTo(List.of(1, 2));
  }

  @Test
  void areAsTheyWereAfterAFormThatIsOutOfBounds() {
    Slot text = input(types(bounded(LeafKind.STRING, 0, 2)), "a").slot(0);
    Slot set = input(types(set(INT, 0, 9)), List.of(1, 2)).slot(0);

    assertThat(Slots.put(text, Slots.form(input(types(TEXT), "abc").slot(0)))).isFalse();
    assertThat(Slots.put(set, Slots.form(input(types(list(INT, 0, 9)), List.of(3, 3)).slot(0))))
        .isFalse();
    assertThat(text.value()).isEqualTo("a");
    assertThat(set.value()).isEqualTo(List.of(1, 2));
  }

  private static InputShape types(ValueType... types) {
    return new InputShape(List.of(types));
  }

  private static MutableInput input(InputShape shape, Object... values) {
    MutableInput input = new MutableInput(shape, 100);
    input.load(Arrays.asList(values));
    return input;
  }
}
