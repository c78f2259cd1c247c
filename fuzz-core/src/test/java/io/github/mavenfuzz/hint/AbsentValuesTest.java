package io.github.mavenfuzz.hint;

import static io.github.mavenfuzz.type.SampleTypes.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.HintMutation;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slots;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.ValueType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsentValuesTest {
  private static final ValueType INT = nullable(LeafType.of(LeafKind.INT));
  private static final ValueType TEXT = nullable(LeafType.of(LeafKind.STRING));

  @Test
  void areAllThereAfterwards() {
    MutableInput input = input(null, 5, Arrays.asList(null, "a"));

    Hint hint = AbsentValues.present(Slots.of(input));

    assertThat(input.values()).containsExactly(null, 5, Arrays.asList(null, "a"));
    HintMutation.apply(input, hint);
    assertThat(input.values()).containsExactly("", 5, List.of(0, "a"));
  }

  @Test
  void haveNoHintWhenNoneIsMissing() {
    assertThat(AbsentValues.present(Slots.of(input("", 5, List.of(1, "a"))))).isNull();
  }

  private static MutableInput input(Object... values) {
    MutableInput input =
        new MutableInput(new InputShape(List.of(TEXT, INT, nullable(record(INT, TEXT)))), 100);
    input.load(Arrays.asList(values));
    return input;
  }

  private static ValueType nullable(ValueType type) {
    return new NullableType(type, true);
  }
}
