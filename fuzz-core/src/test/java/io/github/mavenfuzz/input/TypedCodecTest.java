package io.github.mavenfuzz.input;

import static io.github.mavenfuzz.type.SampleTypes.bounded;
import static io.github.mavenfuzz.type.SampleTypes.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file form of values with parts and of values with bounds. */
class TypedCodecTest {
  private static final int NO_MAX = Integer.MAX_VALUE;
  private static final ValueType INT = LeafType.of(LeafKind.INT);
  private static final ValueType TEXT = LeafType.of(LeafKind.STRING);
  private static final ValueType COLOR = new EnumType("com.example.Color", List.of("RED", "BLUE"));
  private static final ValueType PERSON =
      new RecordType(
          "com.example.Person",
          List.of(new RecordType.Component("name", TEXT), new RecordType.Component("age", INT)));
  private static final ValueType CHOICE =
      new ChoiceType(LeafType.of(LeafKind.STRING), List.of("\"GET\"", "\"PUT\""));
  private static final ValueType MAP = new MapType("Ljava/util/Map;", TEXT, INT, 0, NO_MAX);

  static Stream<Arguments> written() {
    return Stream.of(
        arguments(COLOR, "BLUE", "'BLUE'"),
        arguments(CHOICE, "PUT", "'PUT'"),
        arguments(PERSON, List.of("Al", 3), "{'name': 'Al', 'age': 3}"),
        arguments(new RecordType("E", List.of()), List.of(), "{}"),
        arguments(list(INT), List.of(), "[]"),
        arguments(list(INT), List.of(1, 2), "[1, 2]"),
        arguments(list(list(INT)), List.of(List.of(), List.of(1)), "[[], [1]]"),
        arguments(MAP, List.of(), "[]"),
        arguments(MAP, List.of(List.of("a", 1), List.of("b", 2)), "[['a', 1], ['b', 2]]"),
        arguments(new NullableType(INT, true), null, "null"),
        arguments(new NullableType(INT, true), 5, "5"),
        arguments(new NullableType(TEXT, false), "x", "'x'"),
        arguments(jdk(JdkClass.BIG_INTEGER), BigInteger.TEN.pow(30), "1" + "0".repeat(30)),
        arguments(jdk(JdkClass.BIG_DECIMAL), new BigDecimal("1.50"), "1.50"),
        arguments(jdk(JdkClass.BIG_DECIMAL), new BigDecimal("1E+7"), "1E+7"),
        arguments(jdk(JdkClass.UNIQUE_ID), new UUID(0, 1), "'" + new UUID(0, 1) + "'"),
        arguments(jdk(JdkClass.LOCAL_DATE), LocalDate.of(2024, 2, 29), "'2024-02-29'"),
        arguments(jdk(JdkClass.DURATION), Duration.ofSeconds(1), "'PT1S'"),
        arguments(jdk(JdkClass.YEAR), Year.of(-7), "-7"),
        arguments(jdk(JdkClass.YEAR_MONTH), YearMonth.of(12345, 6), "'+12345-06'"),
        arguments(
            jdk(JdkClass.ZONED_DATE_TIME),
            LocalDateTime.of(2024, 7, 1, 12, 0).atZone(ZoneId.of("Europe/Berlin")),
            "'2024-07-01T12:00+02:00[Europe/Berlin]'"));
  }

  @ParameterizedTest
  @MethodSource("written")
  void writesReadableJson(ValueType type, Object value, String json) throws Exception {
    InputCodec codec = codec(type);
    List<Object> values = Arrays.asList(value);
    assertThat(codec.encode(values)).asString().isEqualTo("[" + quoted(json) + "]\n");
    assertThat(codec.decode(codec.encode(values))).isEqualTo(values);
    assertThat(codec.decodeArgument(0, quoted(json).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(value);
  }

  @Test
  void readsTheComponentsOfARecordInAnyOrder() throws Exception {
    assertThat(codec(PERSON).decode(bytes("[{'age': 3, 'name': 'Al'}]")))
        .containsExactly(List.of("Al", 3));
  }

  static Stream<Arguments> malformed() {
    ValueType people = list(PERSON);
    return Stream.of(
        malformed(
            COLOR,
            "'PINK'",
            "value 1 of 1 is 'PINK', but parameter 1 is a Color, one of RED, BLUE"),
        malformed(COLOR, "1", "value 1 of 1 is a number, but parameter 1 is a Color"),
        malformed(
            CHOICE, "'X'", "value 1 of 1 is 'X', but parameter 1 is a String, one of 'GET', 'PUT'"),
        malformed(
            people,
            "[{'name': 'a', 'age': 1}, {'name': 'b', 'age': 'c'}]",
            "value 1 of 1, at [1].age, is a string, but that part of parameter 1 is an int"),
        malformed(
            people,
            "[{'name': 'a'}]",
            "value 1 of 1, at [0], has no 'age', but that part of parameter 1 is a Person"),
        malformed(
            PERSON,
            "{'name': 'a', 'nme': 'b'}",
            "value 1 of 1 has a component 'nme', but parameter 1 is a Person with the components"
                + " name, age"),
        malformed(
            PERSON,
            "{'name': 'a', 'name': 'b'}",
            "value 1 of 1 has two 'name', but parameter 1 is a Person"),
        malformed(PERSON, "[]", "value 1 of 1 is an array, but parameter 1 is a Person"),
        malformed(list(INT), "{}", "value 1 of 1 is an object, but parameter 1 is a List<int>"),
        malformed(
            MAP,
            "[['a', null]]",
            "value 1 of 1, at [0][1], is null, but that part of parameter 1 is an int"),
        malformed(
            MAP,
            "[['a']]",
            "value 1 of 1, at [0], is not an array of a key and a value, but that part of parameter 1"
                + " is a Map<String, int>, whose entries are such arrays"),
        malformed(
            jdk(JdkClass.LOCAL_DATE),
            "'2023-02-29'",
            "value 1 of 1 is '2023-02-29', but parameter 1 is a LocalDate, such as 2024-02-29"),
        malformed(
            jdk(JdkClass.UNIQUE_ID),
            "'1-1-1-1-1'",
            "value 1 of 1 is '1-1-1-1-1', but parameter 1 is a UUID, such as"
                + " 123e4567-e89b-12d3-a456-426614174000"),
        malformed(
            jdk(JdkClass.BIG_INTEGER),
            "1.5",
            "value 1 of 1 is 1.5, but parameter 1 is a BigInteger"),
        malformed(
            jdk(JdkClass.YEAR),
            "1000000000",
            "value 1 of 1 is 1000000000, but parameter 1 is a Year, such as 2024"));
  }

  static Stream<Arguments> outOfBounds() {
    return Stream.of(
        malformed(
            bounded(LeafKind.INT, 1, 10),
            "11",
            "value 1 of 1 is 11, but parameter 1 is an int from 1 to 10"),
        malformed(
            bounded(LeafKind.CHAR, 'a', 'b'),
            "'c'",
            "value 1 of 1 is 99, but parameter 1 is a char from 97 to 98"),
        malformed(
            new LeafType(LeafKind.DOUBLE, false, Bounds.NONE.withReals(0, 1, false)),
            "'NaN'",
            "value 1 of 1 is NaN, but parameter 1 is a double from 0.0 to 1.0"),
        malformed(
            list(bounded(LeafKind.STRING, 2, 3)),
            "['abc', 'ä', 'x']",
            "value 1 of 1, at [2], has 1 byte in UTF-8, but that part of parameter 1 is a String of 2"
                + " to 3 bytes in UTF-8"),
        malformed(
            new NullableType(bounded(LeafKind.BYTES, 0, 2), false),
            "'abc'",
            "value 1 of 1 has 3 bytes, but parameter 1 is a byte[] of at most 2 bytes"),
        malformed(
            list(alphabet(Bounds.Alphabet.ASCII)),
            "['aä']",
            "value 1 of 1, at [0], has the character U+00E4 at index 1, but that part of parameter 1 is"
                + " a String of ASCII characters"),
        malformed(
            list(alphabet(Bounds.Alphabet.URL_SEGMENT)),
            "['a/']",
            "value 1 of 1, at [0], has the character U+002F at index 1, but that part of parameter 1 is"
                + " a String of characters that a segment of a URL can have"),
        malformed(
            new SequenceType(SequenceType.Form.ARRAY, "[I", INT, 2, 2),
            "[1]",
            "value 1 of 1 has 1 element, but parameter 1 is an int[] of exactly 2 elements"),
        malformed(
            new MapType("Ljava/util/Map;", INT, INT, 1, NO_MAX),
            "[]",
            "value 1 of 1 has 0 entries, but parameter 1 is a Map<int, int> of at least 1 entry"),
        malformed(
            list(set(INT, 3, 9)),
            "[[1, 2, 3], [5, 7, 5, 7]]",
            "value 1 of 1, at [1], has equal ones among its 4 elements, of which 2 differ, but that"
                + " part of parameter 1 is a Set<int> of at least 3 elements"),
        malformed(
            new MapType("Ljava/util/Map;", INT, INT, 2, NO_MAX),
            "[[1, 1], [1, 2]]",
            "value 1 of 1 has equal ones among its 2 entries, of which 1 differ, but parameter 1 is a"
                + " Map<int, int> of at least 2 entries"));
  }

  @ParameterizedTest
  @MethodSource({"malformed", "outOfBounds"})
  void saysWhatIsWrongAndWhere(ValueType type, String json, String sentence) {
    assertMalformed(type, quoted("[" + json + "]"), quoted(sentence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 1, 2]", "[1, 2]", "[2, 1, 2, 1]"})
  void equalElementsMayStandInASetThatHasEnoughWithoutThem(String json) throws Exception {
    assertThat(codec(set(INT, 2, 9)).decode(bytes("[" + json + "]"))).hasSize(1);
    assertThat(codec(set(INT, 0, 9)).decode(bytes("[[1, 1]]"))).containsExactly(List.of(1, 1));
  }

  @Test
  void aSetNeedsNoMoreElementsThanItsTypeHasValues() throws Exception {
    ValueType flags = set(LeafType.of(LeafKind.BOOLEAN), 3, 9);
    assertThat(codec(flags).decode(bytes("[[true, false]]"))).hasSize(1);
    assertMalformed(
        flags,
        "[[true]]",
        "value 1 of 1 has 1 element, but parameter 1 is a Set<boolean> of 2 to 9 elements");
  }

  @Test
  void aRawFileHasToKeepTheBoundsToo() {
    assertMalformed(
        bounded(LeafKind.BYTES, 0, 2),
        "abc",
        "value 1 of 1 has 3 bytes, but parameter 1 is a byte[] of at most 2 bytes");
    assertMalformed(
        bounded(LeafKind.STRING, 4, NO_MAX),
        "abc",
        "value 1 of 1 has 3 bytes in UTF-8, but parameter 1 is a String of at least 4 bytes in UTF-8");
  }

  @Test
  void aSingleStringThatCanBeNullIsJson() throws Exception {
    InputCodec codec = codec(new NullableType(TEXT, false));
    assertThat(codec.decode(bytes("[null]"))).containsExactly((Object) null);
    assertThat(codec.decode(bytes("['a']"))).containsExactly("a");
  }

  @Test
  void deepJsonIsRefusedWithoutOverflow() {
    String deep = "[".repeat(1_000_000);
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> codec(list(list(INT))).decode(bytes(deep)));
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> codec(PERSON).decode(bytes("{'x':".repeat(1_000_000))));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyValueSurvives(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 3000; i++) {
      List<ValueType> types =
          Stream.generate(() -> RandomTypes.next(3, random)).limit(1 + i % 3).toList();
      InputShape shape = new InputShape(types);
      InputCodec codec = new InputCodec(shape);
      List<Object> values =
          Arrays.asList(types.stream().map(t -> RandomValues.next(t, random)).toArray());

      byte[] file = codec.encode(values);
      List<Object> decoded = codec.decode(file);

      assertThat(codec.encode(decoded)).isEqualTo(file);
      assertThat(bits(decoded)).isEqualTo(bits(values));
      assertThat(codec.decode(codec.encode(shape.zeroValues()))).hasSameSizeAs(types);
    }
  }

  /** Something whose equality is that of the value's bits. */
  private static Object bits(Object value) {
    if (value instanceof byte[] bytes) {
      return Arrays.toString(bytes);
    } else if (value instanceof Float f) {
      return "float " + Float.floatToRawIntBits(f);
    } else if (value instanceof Double d) {
      return "double " + Double.doubleToRawLongBits(d);
    } else if (value instanceof List<?> parts) {
      return Arrays.asList(parts.stream().map(TypedCodecTest::bits).toArray());
    }
    return value;
  }

  private static Arguments malformed(ValueType type, String json, String sentence) {
    return arguments(type, json, sentence);
  }

  private static void assertMalformed(ValueType type, String file, String sentence) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> codec(type).decode(file.getBytes(StandardCharsets.UTF_8)))
        .withMessage(sentence);
  }

  private static ValueType list(ValueType element) {
    return SampleTypes.list(element, 0, NO_MAX);
  }

  private static ValueType jdk(JdkClass type) {
    return new JdkType(type);
  }

  private static LeafType alphabet(Bounds.Alphabet alphabet) {
    return new LeafType(LeafKind.STRING, false, Bounds.NONE.withAlphabet(alphabet));
  }

  private static InputCodec codec(ValueType type) {
    return new InputCodec(new InputShape(List.of(type)));
  }

  private static byte[] bytes(String json) {
    return quoted(json).getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
