package io.github.mavenfuzz.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.RandomValues;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkClass;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RandomTypes;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedSlotTest {
  private static final ValueType INT = LeafType.of(LeafKind.INT);
  private static final SequenceType SET =
      new SequenceType(SequenceType.Form.SET, "Ljava/util/Set;", INT, 0, Integer.MAX_VALUE);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyValueSurvives(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      ValueType type = RandomTypes.next(3, random);
      InputCodec codec = new InputCodec(new InputShape(List.of(type)));
      Object value = RandomValues.next(type, random);
      Slot slot = slot(type);
      slot.load(value);
      Slot copy = slot(type);
      copy.copyFrom(slot);

      byte[] expected = codec.encode(Arrays.asList(value));
      assertThat(codec.encode(Arrays.asList(slot.value()))).isEqualTo(expected);
      assertThat(codec.encode(Arrays.asList(copy.value()))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyValueOfAClassOfTheJdkSurvives(JdkClass type) {
    Random random = new Random(1);
    Slot slot = slot(new JdkType(type));
    for (int i = 0; i < 3000; i++) {
      Object value = RandomValues.next(new JdkType(type), random);
      slot.load(value);
      assertThat(slot.value()).isEqualTo(value);
      assertThat(slot.isValid()).isTrue();
    }
  }

  static Stream<Arguments> rare() {
    return Stream.of(
        arguments(JdkClass.BIG_INTEGER, BigInteger.TWO.pow(100_000)),
        arguments(JdkClass.BIG_INTEGER, BigInteger.valueOf(-128)),
        arguments(JdkClass.BIG_DECIMAL, new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE)),
        arguments(JdkClass.BIG_DECIMAL, new BigDecimal(BigInteger.ZERO, Integer.MIN_VALUE + 1)),
        arguments(JdkClass.DURATION, Duration.ofSeconds(Long.MIN_VALUE, 1)),
        arguments(JdkClass.INSTANT, Instant.MIN),
        arguments(JdkClass.MONTH_DAY, MonthDay.of(2, 29)),
        arguments(JdkClass.PERIOD, Period.of(Integer.MIN_VALUE, 0, -1)),
        arguments(JdkClass.ZONE_ID, ZoneId.of("Europe/Vaduz")),
        arguments(JdkClass.ZONE_ID, ZoneId.of("UT-03:30")),
        arguments(JdkClass.ZONED_DATE_TIME, duringTheSecondOfTwoHours()),
        arguments(
            JdkClass.ZONED_DATE_TIME, LocalDateTime.MAX.atZone(ZoneId.of("America/New_York"))),
        arguments(JdkClass.ZONED_DATE_TIME, LocalDateTime.MIN.atZone(ZoneOffset.MAX)));
  }

  private static ZonedDateTime duringTheSecondOfTwoHours() {
    return LocalDateTime.of(2024, 10, 27, 2, 30)
        .atZone(ZoneId.of("Europe/Berlin"))
        .withLaterOffsetAtOverlap();
  }

  @ParameterizedTest
  @MethodSource
  void rare(JdkClass type, Object value) throws Exception {
    Slot slot = slot(new JdkType(type));
    slot.load(value);
    assertThat(slot.value()).isEqualTo(value);
    InputCodec codec = new InputCodec(new InputShape(List.of(new JdkType(type))));
    assertThat(codec.decode(codec.encode(List.of(value)))).containsExactly(value);
  }

  static Stream<Arguments> differences() {
    ValueType text = LeafType.of(LeafKind.STRING);
    ValueType color = new EnumType("com.example.Color", List.of("RED", "BLUE"));
    return Stream.of(
        arguments(INT, 1, 2),
        arguments(LeafType.of(LeafKind.DOUBLE), 0d, -0d),
        arguments(text, "ab", "abc"),
        arguments(color, "RED", "BLUE"),
        arguments(new NullableType(INT, false), 1, null),
        arguments(new NullableType(INT, false), 1, 2),
        arguments(new JdkType(JdkClass.BIG_DECIMAL), BigDecimal.ONE, new BigDecimal("1.0")),
        arguments(SET, List.of(1, 2), List.of(1, 3)),
        arguments(SET, List.of(1, 2), List.of(1)),
        arguments(SET, List.of(1, 2), List.of(2, 1)));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void isTheSameAsACopyAndAsNothingElse(ValueType type, Object value, Object different) {
    Slot slot = slot(type);
    slot.load(value);
    Slot copy = slot(type);
    copy.load(different);
    assertThat(slot.isSame(copy)).isFalse();
    assertThat(copy.isSame(slot)).isFalse();
    copy.copyFrom(slot);
    assertThat(slot.isSame(copy)).isTrue();
  }

  @Test
  void whatLiesBehindANullMakesNoDifference() {
    NullableSlot slot = (NullableSlot) slot(new NullableType(INT, false));
    NullableSlot other = (NullableSlot) slot(new NullableType(INT, false));
    slot.load(7);
    slot.setPresent(false);
    other.load(null);
    assertThat(slot.isSame(other)).isTrue();
  }

  @Test
  void aMissingValueKeepsItsContent() {
    NullableSlot slot = (NullableSlot) slot(new NullableType(INT, false));
    slot.load(7);
    slot.setPresent(false);
    assertThat(slot.value()).isNull();
    slot.setPresent(true);
    assertThat(slot.value()).isEqualTo(7);
  }

  @Test
  void loadingNullForgetsTheContent() {
    NullableSlot slot = (NullableSlot) slot(new NullableType(INT, false));
    slot.load(7);
    slot.load(null);
    slot.setPresent(true);
    assertThat(slot.value()).isEqualTo(0);
  }

  @Test
  void elementsOfACopyAreItsOwn() {
    SequenceSlot slot = (SequenceSlot) slot(SET);
    slot.load(List.of(1, 2, 3));
    SequenceSlot copy = (SequenceSlot) slot(SET);
    copy.load(List.of(4));
    copy.copyFrom(slot);
    ((NumberSlot) slot.element(0)).setBits(9);
    assertThat(copy.value()).isEqualTo(List.of(1, 2, 3));
    slot.insertCopies(3, slot, 0, 2);
    ((NumberSlot) slot.element(0)).setBits(5);
    assertThat(slot.value()).isEqualTo(List.of(5, 2, 3, 9, 2));
  }

  static Stream<Arguments> equalElements() {
    ValueType text = LeafType.of(LeafKind.STRING);
    ValueType point = new RecordType("P", List.of(new RecordType.Component("x", INT)));
    ValueType zoned = new JdkType(JdkClass.ZONED_DATE_TIME);
    return Stream.of(
        arguments(INT, 1, 2, 1),
        arguments(text, "a", "b", "a"),
        arguments(point, List.of(1), List.of(2), List.of(1)),
        arguments(SET, List.of(1, 2), List.of(1), List.of(2, 1)),
        arguments(new NullableType(INT, false), null, 0, null),
        arguments(new NullableType(INT, true), null, 0, null),
        arguments(LeafType.of(LeafKind.DOUBLE), 0d, -0d, 0d),
        arguments(LeafType.of(LeafKind.DOUBLE), Double.longBitsToDouble(~0L), 0d, Double.NaN),
        arguments(LeafType.of(LeafKind.FLOAT), Float.intBitsToFloat(0x7fc00001), 0f, Float.NaN),
        arguments(list(INT), List.of(1, 2), List.of(2, 1), List.of(1, 2)),
        arguments(
            new MapType("Ljava/util/Map;", INT, INT, 0, 9),
            List.of(List.of(1, 1), List.of(2, 2)),
            List.of(List.of(1, 1)),
            List.of(List.of(2, 2), List.of(1, 0), List.of(1, 1))),
        arguments(
            new JdkType(JdkClass.BIG_DECIMAL),
            new BigDecimal("1.0"),
            new BigDecimal("1.00"),
            new BigDecimal("1.0")),
        arguments(
            zoned,
            LocalDateTime.MIN.atZone(ZoneOffset.UTC),
            LocalDateTime.MAX.atZone(ZoneOffset.UTC),
            LocalDateTime.MIN.atZone(ZoneOffset.UTC)));
  }

  @ParameterizedTest
  @MethodSource("equalElements")
  void knowsEqualElementsOfASet(ValueType element, Object one, Object other, Object equal) {
    SequenceType type = new SequenceType(SequenceType.Form.SET, "Ljava/util/Set;", element, 0, 9);
    SequenceSlot slot = (SequenceSlot) slot(type);
    slot.load(Arrays.asList(one, other));
    assertThat(slot.hasEqual(0)).isFalse();
    assertThat(slot.isValid()).isTrue();
    slot.load(Arrays.asList(one, other, equal));
    assertThat(slot.hasEqual(0)).isTrue();
    assertThat(slot.hasEqual(1)).isFalse();
    assertThat(slot.isValid()).isFalse();
  }

  static Stream<Arguments> arrays() {
    ValueType ints = new SequenceType(SequenceType.Form.ARRAY, "[I", INT, 0, 9);
    ValueType bytes = LeafType.of(LeafKind.BYTES);
    ValueType holder = new RecordType("P", List.of(new RecordType.Component("x", bytes)));
    return Stream.of(
        arguments(ints, List.of(1)),
        arguments(bytes, new byte[] {1}),
        arguments(holder, List.of(new byte[] {1})),
        arguments(list(bytes), List.of(new byte[] {1})),
        arguments(new NullableType(bytes, true), new byte[] {1}));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void takesArraysOfOneContentForDifferentAsJavaDoes(ValueType element, Object value) {
    Slot slot = slot(new SequenceType(SequenceType.Form.SET, "Ljava/util/Set;", element, 2, 2));
    slot.load(List.of(value, value));
    assertThat(((SequenceSlot) slot).hasEqual(0)).isFalse();
    assertThat(slot.isValid()).isTrue();
  }

  @Test
  void countsEqualElementsOnceWhenItSaysHowManyCanGo() {
    SequenceType type = new SequenceType(SequenceType.Form.SET, "Ljava/util/Set;", INT, 1, 9);
    SequenceSlot slot = (SequenceSlot) slot(type);
    slot.load(List.of(1, 1, 2));
    assertThat(slot.spare()).isEqualTo(1);
  }

  @Test
  void knowsEntriesOfAMapByTheirKeys() {
    SequenceSlot slot =
        (SequenceSlot) slot(new MapType("Ljava/util/Map;", INT, INT, 0, Integer.MAX_VALUE));
    slot.load(List.of(List.of(1, 1), List.of(2, 1)));
    assertThat(slot.isValid()).isTrue();
    slot.load(List.of(List.of(1, 1), List.of(1, 2)));
    assertThat(slot.isValid()).isFalse();
  }

  private static ValueType list(ValueType element) {
    return new SequenceType(SequenceType.Form.LIST, "Ljava/util/List;", element, 0, 9);
  }

  private static Slot slot(ValueType type) {
    return new SlotFactory(100).make(type);
  }
}
