package io.github.mavenfuzz.hint;

import static io.github.mavenfuzz.type.SampleTypes.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slots;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.SampleTypes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SizePlaceTest {
  private static final LeafType INT = LeafType.of(LeafKind.INT);

  static Stream<Arguments> sizes() {
    MutableInput numbers = Sample.of(list(INT, 0, 100), List.of(7, 8));
    MutableInput nullable = Sample.of(list(new NullableType(INT, true), 0, 100), List.of(7));
    return Stream.of(
        Arguments.of(Sample.bytes("abc"), 3L, 5, "abc\0\0"),
        Arguments.of(Sample.bytes("abc"), 3L, 1, "a"),
        Arguments.of(Sample.text("abc"), 3L, 5, "abc00"),
        Arguments.of(Sample.text("abc"), 3L, 0, ""),
        Arguments.of(numbers, 2L, 4, List.of(7, 8, 0, 0)),
        Arguments.of(numbers, 2L, 1, List.of(7)),
        Arguments.of(nullable, 1L, 2, List.of(7, 0)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void becomesLongerOrShorterAtItsEnd(MutableInput input, long size, int wanted, Object expected) {
    byte[] before = input.toMemory();
    Place place = place(input);

    assertThat(place.value()).isEqualTo(size);
    Hint hint = place.put((long) wanted);

    assertThat(input.toMemory()).isEqualTo(before);
    assertThat(Sample.outcomes(input, List.of(hint))).containsExactly(expected);
  }

  @Test
  void staysWithinBounds() {
    Place bounded = place(Sample.of(list(INT, 1, 3), List.of(7, 8)));

    assertThat(bounded.put(0L)).isNull();
    assertThat(bounded.put(4L)).isNull();
    assertThat(bounded.put(3L)).isNotNull();
    assertThat(place(Sample.bytes("abc")).put(-1L)).isNull();
    assertThat(place(Sample.bytes("abc")).put(1L << 40)).isNull();
  }

  @Test
  void isNoneOfASetOrANumber() {
    MutableInput set = Sample.of(SampleTypes.set(INT, 0, 9), List.of(7));

    assertThat(SizePlace.of(Slots.of(set))).isEmpty();
  }

  private static Place place(MutableInput input) {
    return SizePlace.of(Slots.of(input)).get(0);
  }
}
