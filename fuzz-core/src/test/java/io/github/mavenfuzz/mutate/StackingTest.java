package io.github.mavenfuzz.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.SampleTypes;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StackingTest {
  private static final InputShape BYTES = InputShape.of(LeafKind.BYTES);
  private static final InputShape TEXTS = InputShape.of(LeafKind.STRING, LeafKind.STRING);

  static Stream<Arguments> shortInputs() {
    return Stream.of(
        arguments(BYTES, List.of(new byte[0])),
        arguments(BYTES, List.of(new byte[64])),
        arguments(TEXTS, List.of("x".repeat(32), "x".repeat(32))),
        arguments(InputShape.of(LeafKind.LONG), List.of(5L)),
        arguments(InputShape.of(LeafKind.INT, LeafKind.BYTES), List.of(5, new byte[60])));
  }

  @ParameterizedTest
  @MethodSource("shortInputs")
  void aShortInputHasOneMutationAndNoNumberIsDrawn(InputShape shape, List<Object> values) {
    assertThat(Stacking.count(input(shape, values), new ScriptedRandom())).isEqualTo(1);
  }

  static Stream<Arguments> longInputs() {
    InputShape list =
        new InputShape(List.of(SampleTypes.list(LeafType.of(LeafKind.INT), 0, Integer.MAX_VALUE)));
    return Stream.of(
        arguments(BYTES, List.of(new byte[65])),
        arguments(TEXTS, List.of("x".repeat(32), "x".repeat(33))),
        arguments(InputShape.of(LeafKind.INT, LeafKind.BYTES), List.of(5, new byte[61])),
        arguments(list, List.of(List.of())));
  }

  @ParameterizedTest
  @MethodSource("longInputs")
  void aLongOneHasUpToFour(InputShape shape, List<Object> values) {
    MutableInput input = input(shape, values);

    assertThat(IntStream.range(0, 7).map(i -> Stacking.count(input, new ScriptedRandom(i))))
        .containsExactly(1, 1, 1, 1, 2, 2, 4);
  }

  private static MutableInput input(InputShape shape, List<Object> values) {
    MutableInput input = new MutableInput(shape, 100);
    input.load(values);
    return input;
  }
}
