package io.github.mavenfuzz.input;

import static io.github.mavenfuzz.type.SampleTypes.bounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkClass;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RandomTypes;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SampleTypes;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InputShapeTest {
  private static final InputShape TWO = InputShape.of(LeafKind.INT, LeafKind.STRING);

  @Test
  void readsAsInSourceCode() {
    assertThat(TWO).hasToString("int, String");
    assertThat(InputShape.of(LeafKind.BYTES)).hasToString("byte[]");
  }

  @Test
  void hasAtLeastOneType() {
    assertThatIllegalArgumentException().isThrownBy(InputShape::of);
  }

  @Test
  void keepsItsOwnListOfTypes() {
    List<ValueType> types = new ArrayList<>(List.of(LeafType.of(LeafKind.INT)));
    InputShape shape = new InputShape(types);
    types.add(LeafType.of(LeafKind.LONG));
    assertThat(shape.size()).isEqualTo(1);
  }

  @Test
  void hasEmptyAndZeroValues() {
    assertThat(TWO.zeroValues()).containsExactly(0, "");
  }

  static Stream<Arguments> zeros() {
    ValueType number = LeafType.of(LeafKind.INT);
    ValueType color = new EnumType("Color", List.of("RED", "BLUE"));
    return Stream.of(
        arguments(bounded(LeafKind.INT, 5, 9), 5),
        arguments(bounded(LeafKind.LONG, -9, -5), -5L),
        arguments(bounded(LeafKind.STRING, 2, 9), "00"),
        arguments(new LeafType(LeafKind.FLOAT, false, Bounds.NONE.withReals(0.5, 1, false)), 0.5f),
        arguments(color, "RED"),
        arguments(new ChoiceType(LeafType.of(LeafKind.INT), List.of("7", "8")), 7),
        arguments(new NullableType(color, true), "RED"),
        arguments(SampleTypes.list(number, 2, 3), List.of(0, 0)),
        arguments(SampleTypes.set(color, 2, 3), List.of("RED", "BLUE")),
        arguments(
            new MapType("Ljava/util/Map;", color, number, 2, 3),
            List.of(List.of("RED", 0), List.of("BLUE", 0))),
        arguments(new RecordType("R", List.of(new RecordType.Component("a", number))), List.of(0)),
        arguments(new JdkType(JdkClass.LOCAL_DATE), LocalDate.EPOCH));
  }

  @ParameterizedTest
  @MethodSource
  void zeros(ValueType type, Object zero) {
    assertThat(new InputShape(List.of(type)).zeroValues()).containsExactly(zero);
  }

  @Test
  void aSetOfZerosHasAsManyElementsAsItMust() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      ValueType type = RandomTypes.next(3, random);
      ValueType set =
          new SequenceType(SequenceType.Form.SET, "Ljava/util/Set;", type, 1, Integer.MAX_VALUE);
      InputCodec codec = new InputCodec(new InputShape(List.of(set)));
      List<Object> zeros = new InputShape(List.of(set)).zeroValues();
      assertThatNoException().isThrownBy(() -> codec.decode(codec.encode(zeros)));
    }
  }

  @ParameterizedTest
  @EnumSource(LeafKind.class)
  void isRawOnlyForASingleArrayOrString(LeafKind type) {
    assertThat(InputShape.of(type).isRaw()).isEqualTo(type.isBytes());
    assertThat(InputShape.of(type, LeafKind.BYTES).isRaw()).isFalse();
  }
}
