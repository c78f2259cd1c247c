package io.github.mavenfuzz.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwinsTest {
  private static final ValueType INT = LeafType.of(LeafKind.INT);
  private static final ValueType INTEGER = new LeafType(LeafKind.INT, true, Bounds.NONE);
  private static final ValueType DIGIT =
      new LeafType(LeafKind.INT, false, Bounds.NONE.withRange(0, 9));
  private static final ValueType LONG = LeafType.of(LeafKind.LONG);
  private static final ValueType TEXT = LeafType.of(LeafKind.STRING);
  private static final ValueType WORD =
      new LeafType(LeafKind.STRING, false, Bounds.NONE.withRange(1, 9));
  private static final ValueType BYTES = LeafType.of(LeafKind.BYTES);

  @Test
  void numbersOfOneKindAndRangeAreTwinsBoxedOrNot() {
    assertThat(Twins.of(List.of(INT, INTEGER, DIGIT, LONG, INT)))
        .isDeepEqualTo(new int[][] {{1, 4}, {0, 4}, {}, {}, {0, 1}});
  }

  @Test
  void runsOfBytesAreTwinsWhateverTheirBounds() {
    assertThat(Twins.of(List.of(TEXT, INT, WORD, BYTES)))
        .isDeepEqualTo(new int[][] {{2, 3}, {}, {0, 3}, {0, 2}});
  }

  @Test
  void everythingElseHasToBeEqual() {
    ValueType red = new EnumType("com.example.Color", List.of("RED"));
    ValueType same = new EnumType("com.example.Color", List.of("RED"));
    ValueType optional = new NullableType(INT, true);
    assertThat(Twins.of(List.of(red, optional, same, INT)))
        .isDeepEqualTo(new int[][] {{2}, {}, {0}, {}});
  }

  @Test
  void noIndexHasAny() {
    assertThat(Twins.none(2)).isDeepEqualTo(new int[][] {{}, {}});
  }
}
