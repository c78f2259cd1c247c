package io.github.mavenfuzz.shrink;

import static io.github.mavenfuzz.type.SampleTypes.bounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.targets.Counted;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.MutableInput;
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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InputShrinkerTest {
  private static final int PLENTY = 100_000;
  private static final ValueType INT = LeafType.of(LeafKind.INT);
  private static final ValueType TEXT = LeafType.of(LeafKind.STRING);

  static Stream<Arguments> arrivals() {
    ValueType person = record(INT, TEXT);
    ValueType color = new EnumType(Counted.Color.class.getName(), List.of("RED", "GREEN", "BLUE"));
    ValueType choice = new ChoiceType(LeafType.of(LeafKind.INT), List.of("9", "7", "5"));
    return Stream.of(
        // elements, value, what fails, smallest
        shrinks(INT, "[5, 6, 7, 8, 9]", v -> v.contains(7), "[7]"),
        shrinks(INT, "[5, 6, 7, 8, 9]", v -> v.size() > 2, "[0, 0, 0]"),
        shrinks(INT, "[5, 6]", v -> true, "[]"),
        shrinks(bounded(LeafKind.INT, 3, 9), "[8, 9]", v -> v.size() == 2, "[3, 3]"),
        shrinks(bounded(LeafKind.INT, -9, -3), "[-8]", v -> v.size() == 1, "[-3]"),
        shrinks(bounded(LeafKind.INT, 3, 900), "[821]", v -> (int) first(v) > 77, "[78]"),
        shrinks(
            new LeafType(LeafKind.DOUBLE, false, Bounds.NONE.withReals(0.5, 9, false)),
            "[8.25]",
            v -> !v.isEmpty(),
            "[0.5]"),
        shrinks(bounded(LeafKind.STRING, 2, 9), "['abcdef']", v -> !v.isEmpty(), "['00']"),
        shrinks(bounded(LeafKind.BYTES, 2, 9), "['abcdef']", v -> !v.isEmpty(), "['00']"),
        shrinks(
            new LeafType(
                LeafKind.STRING, false, Bounds.NONE.withAlphabet(Bounds.Alphabet.URL_SEGMENT)),
            "['a~b']",
            v -> !v.isEmpty() && ((String) first(v)).contains("~"),
            "['~']"),
        shrinks(person, "[{'c0': 7, 'c1': 'xyz'}]", v -> !v.isEmpty(), "[{'c0': 0, 'c1': ''}]"),
        shrinks(
            person,
            "[{'c0': 7, 'c1': 'xyz'}, {'c0': 1, 'c1': ''}]",
            v -> v.toString().contains("y"),
            "[{'c0': 0, 'c1': 'y'}]"),
        shrinks(new NullableType(INT, false), "[7, 8]", v -> v.size() == 2, "[null, null]"),
        shrinks(new NullableType(INT, true), "[7]", v -> v.size() == 1 && v.get(0) != null, "[0]"),
        shrinks(color, "['BLUE']", v -> !v.isEmpty(), "['RED']"),
        shrinks(color, "['BLUE']", v -> v.contains("GREEN") || v.contains("BLUE"), "['GREEN']"),
        shrinks(choice, "[5]", v -> !v.isEmpty(), "[9]"),
        shrinks(list(INT), "[[1, 2], [3]]", v -> v.toString().contains("3"), "[[3]]"),
        shrinks(set(0), "[[1, 2, 3]]", v -> v.size() == 1 && sizeOf(v) > 1, "[[0, 1]]"),
        shrinks(set(2), "[[7, 8, 9]]", v -> !v.isEmpty(), "[[0, 1]]"),
        shrinks(set(1), "[[7, 7, 8]]", v -> !v.isEmpty(), "[[0]]"),
        shrinks(
            new MapType("Ljava/util/Map;", TEXT, INT, 1, 9),
            "[[['key', 5], ['other', 6]]]",
            v -> !v.isEmpty(),
            "[[['', 0]]]"),
        shrinks(
            jdk(JdkClass.BIG_INTEGER),
            "[-123456789012345678901234567890]",
            v -> !v.isEmpty() && ((BigInteger) first(v)).bitLength() > 70,
            "[1180591620717411303424]"),
        shrinks(
            jdk(JdkClass.BIG_DECIMAL),
            "[123.4567]",
            v -> !v.isEmpty() && ((BigDecimal) first(v)).scale() > 1,
            "[0.00]"),
        shrinks(
            jdk(JdkClass.LOCAL_DATE),
            "['2024-02-29']",
            v -> !v.isEmpty() && ((LocalDate) first(v)).getYear() > 2000,
            "['2001-01-01']"),
        shrinks(
            jdk(JdkClass.INSTANT),
            "['-1000000000-01-01T00:00:00Z']",
            v -> !v.isEmpty(),
            "['1970-01-01T00:00:00Z']"),
        shrinks(
            jdk(JdkClass.ZONED_DATE_TIME),
            "['2024-07-01T12:00+02:00[Europe/Vaduz]']",
            v -> !v.isEmpty() && ((ZonedDateTime) first(v)).getYear() > 2000,
            "['2001-01-01T00:00Z']"));
  }

  @ParameterizedTest
  @MethodSource("arrivals")
  void arrivesAtTheSmallest(ValueType element, String json, Predicate<List<?>> bug, String smallest)
      throws Exception {
    assertThat(shrink(element, json, bug, PLENTY)).isEqualTo(smallest);
  }

  @Test
  void neverRunsAValueOutOfItsBounds() throws Exception {
    ValueType element = bounded(LeafKind.STRING, 3, 5);
    shrink(
        element,
        "['abcd', 'efghi']",
        v -> {
          assertThat(v).allSatisfy(text -> assertThat((String) text).hasSizeBetween(3, 5));
          return v.size() == 2;
        },
        PLENTY);
  }

  @ParameterizedTest
  @MethodSource("arrivals")
  void keepsAFailureWheneverItsRunsAreUsedUp(
      ValueType element, String json, Predicate<List<?>> bug, String smallest) throws Exception {
    for (int limit = 1; limit < 12; limit++) {
      shrink(element, json, bug, limit);
    }
  }

  @Test
  void triesAllArgumentsAgainAfterOneHasBecomeSmaller() throws Exception {
    InputShape shape = InputShape.of(LeafKind.STRING, LeafKind.INT);
    // Neither can become smaller by more than one before the other does.
    Predicate<List<?>> bug = v -> Set.of(0, 1).contains((int) v.get(1) - length(v.get(0)));

    assertThat(shrink(shape, List.of("abcdefgh", 8), bug, PLENTY)).isEqualTo(List.of("", 0));
  }

  @Test
  void takesElementsOutThatAreOnlyMissedOneByOne() throws Exception {
    assertThat(shrink(INT, "[5, 1, 5, 2, 5]", v -> count(v, 5) % 3 == 0 && v.contains(2), PLENTY))
        .isEqualTo("[2]");
    assertThat(shrink(INT, "[7, 1, 2, 8, 3]", v -> v.contains(7) == v.contains(8), PLENTY))
        .isEqualTo("[]");
  }

  @Test
  void putsAnInnerNodeOfATreeInThePlaceOfOuterOnes() throws Exception {
    ValueType tree = node(node(node(new RecordType("Node", List.of()))));
    String nested = "{'c0': 1, 'c1': {'c0': 2, 'c1': {'c0': 3, 'c1': null}}}";

    assertThat(shrink(tree, '[' + nested + ']', v -> v.toString().contains("3"), PLENTY))
        .isEqualTo("[{'c0': 3, 'c1': null}]");
  }

  @Test
  void putsAnInnerListInThePlaceOfAnOuterOne() throws Exception {
    ValueType leaf = new RecordType("Node", List.of(component(0, INT), component(1, empty())));
    ValueType inner = new RecordType("Node", List.of(component(0, INT), component(1, list(leaf))));
    ValueType outer = new RecordType("Node", List.of(component(0, INT), component(1, list(inner))));
    String nested =
        "{'c0': 1, 'c1': [{'c0': 2, 'c1': []}, {'c0': 3, 'c1': [{'c0': 4, 'c1': []}]}]}";

    assertThat(shrink(outer, '[' + nested + ']', v -> v.toString().contains("[4, []]"), PLENTY))
        .isEqualTo("[{'c0': 4, 'c1': []}]");
  }

  private static ValueType node(ValueType child) {
    return new RecordType(
        "Node", List.of(component(0, INT), component(1, new NullableType(child, false))));
  }

  private static RecordType.Component component(int index, ValueType type) {
    return new RecordType.Component("c" + index, type);
  }

  /** Where a type that contains itself ends. */
  private static ValueType empty() {
    ValueType end = new RecordType("Node", List.of());
    return SampleTypes.list(end, 0, 0);
  }

  private static long count(List<?> values, Object value) {
    return values.stream().filter(value::equals).count();
  }

  private static int length(Object text) {
    return ((String) text).length();
  }

  private static String shrink(ValueType element, String json, Predicate<List<?>> bug, int limit)
      throws Exception {
    InputShape shape = new InputShape(List.of(list(element)));
    InputCodec codec = new InputCodec(shape);
    List<Object> values = codec.decode(('[' + quoted(json) + ']').getBytes(StandardCharsets.UTF_8));
    List<Object> smallest = shrink(shape, values, v -> bug.test((List<?>) v.get(0)), limit);
    String line = new String(codec.encode(smallest), StandardCharsets.UTF_8);
    return line.substring(1, line.length() - 2).replace('"', '\'');
  }

  private static List<Object> shrink(
      InputShape shape, List<Object> values, Predicate<List<?>> bug, int limit) {
    MutableInput input = new MutableInput(shape, 1 << 16);
    input.load(values);
    ScriptedAttempt attempt = new ScriptedAttempt(input, limit, bug);
    new InputShrinker(shape, input, attempt).shrink();
    assertThat(bug).as("what is left fails").accepts(input.values());
    return input.values();
  }

  private static Arguments shrinks(
      ValueType element, String json, Predicate<List<?>> bug, String smallest) {
    return arguments(element, json, bug, smallest);
  }

  private static Object first(List<?> values) {
    return values.isEmpty() ? 0 : values.get(0);
  }

  private static int sizeOf(List<?> values) {
    return ((List<?>) first(values)).size();
  }

  private static ValueType list(ValueType element) {
    return SampleTypes.list(element, 0, Integer.MAX_VALUE);
  }

  private static ValueType set(int min) {
    return SampleTypes.set(INT, min, Integer.MAX_VALUE);
  }

  private static ValueType record(ValueType... components) {
    return new RecordType(
        Counted.Sample.class.getName(),
        Stream.iterate(0, i -> i + 1)
            .limit(components.length)
            .map(i -> new RecordType.Component("c" + i, components[i]))
            .toList());
  }

  private static ValueType jdk(JdkClass type) {
    return new JdkType(type);
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
