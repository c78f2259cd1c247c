package io.github.mavenfuzz.input;

import static io.github.mavenfuzz.type.SampleTypes.list;
import static org.assertj.core.api.Assertions.assertThat;
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
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SampleTypes;
import io.github.mavenfuzz.type.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SimpleValuesTest {
  private static final ValueType BOOLEAN = LeafType.of(LeafKind.BOOLEAN);
  private static final ValueType COLOR =
      new EnumType("com.example.Color", List.of("RED", "GREEN", "BLUE"));

  static Stream<Arguments> fewValues() {
    ValueType pair =
        new RecordType(
            "com.example.Pair",
            List.of(new RecordType.Component("a", BOOLEAN), new RecordType.Component("b", COLOR)));
    return Stream.of(
        arguments(BOOLEAN, 2),
        arguments(COLOR, 3),
        arguments(LeafType.of(LeafKind.BYTE), 256),
        arguments(new LeafType(LeafKind.LONG, false, Bounds.NONE.withRange(-7, 5)), 13),
        arguments(new ChoiceType(LeafType.of(LeafKind.INT), List.of("1", "2", "1")), 2),
        arguments(new NullableType(COLOR, true), 4),
        arguments(pair, 6),
        arguments(new NullableType(pair, false), 7),
        arguments(list(BOOLEAN, 0, 2), 7),
        arguments(list(COLOR, 2, 2), 9),
        arguments(new JdkType(JdkClass.MONTH_DAY), 366));
  }

  @ParameterizedTest
  @MethodSource("fewValues")
  void aSetHasAsManyDifferentElementsAsItMustOrAsThereAre(ValueType element, int count) {
    for (int min : new int[] {1, count - 1, count}) {
      assertThat(elements(element, min)).hasSize(min).doesNotHaveDuplicates();
    }
    assertThat(elements(element, count + 5)).hasSize(count).doesNotHaveDuplicates();
  }

  static Stream<ValueType> manyValues() {
    return Stream.of(
        LeafType.of(LeafKind.INT),
        LeafType.of(LeafKind.STRING),
        LeafType.of(LeafKind.FLOAT),
        real(LeafKind.DOUBLE, 0, 1),
        real(LeafKind.FLOAT, -5, -4),
        real(LeafKind.DOUBLE, 1e300, Double.POSITIVE_INFINITY),
        real(LeafKind.DOUBLE, Double.NEGATIVE_INFINITY, -1e300),
        list(BOOLEAN, 0, Integer.MAX_VALUE),
        new MapType("Ljava/util/Map;", LeafType.of(LeafKind.INT), BOOLEAN, 0, 3));
  }

  @ParameterizedTest
  @MethodSource("manyValues")
  void aSetOfManyValuesHasAsManyAsItMust(ValueType element) {
    assertThat(new HashSet<>(elements(element, 500))).hasSize(500);
  }

  @ParameterizedTest
  @EnumSource
  void valuesOfTheJdkDiffer(JdkClass type) {
    assertThat(new HashSet<>(elements(new JdkType(type), 30))).hasSize(30);
  }

  @ParameterizedTest
  @MethodSource("fewValues")
  void aMapHasAsManyDifferentKeys(ValueType key, int count) {
    List<?> entries =
        (List<?>) SimpleValues.zero(new MapType("Ljava/util/Map;", key, BOOLEAN, count, count));
    assertThat(entries.stream().map(e -> ((List<?>) e).get(0)).collect(Collectors.toSet()))
        .hasSize(count);
  }

  @Test
  void noValueHasMoreElementsThanFitIntoMemory() {
    int many = Integer.MAX_VALUE;
    ValueType flags = list(BOOLEAN, many, many);
    assertThat((List<?>) SimpleValues.zero(flags)).hasSize(100_000);
    assertThat((List<?>) SimpleValues.zero(list(flags, many, many))).hasSize(1);
    assertThat((List<?>) SimpleValues.zero(list(list(BOOLEAN, 99, 99), many, many))).hasSize(1000);
    assertThat(new HashSet<>(elements(LeafType.of(LeafKind.INT), many))).hasSize(100_000);
  }

  private static List<?> elements(ValueType element, int min) {
    return (List<?>) SimpleValues.zero(SampleTypes.set(element, min, Integer.MAX_VALUE));
  }

  private static ValueType real(LeafKind kind, double floor, double ceiling) {
    return new LeafType(kind, false, Bounds.NONE.withReals(floor, ceiling, false));
  }
}
