package io.github.mavenfuzz.input;

import static io.github.mavenfuzz.type.LeafKind.BOOLEAN;
import static io.github.mavenfuzz.type.LeafKind.BYTES;
import static io.github.mavenfuzz.type.LeafKind.CHAR;
import static io.github.mavenfuzz.type.LeafKind.DOUBLE;
import static io.github.mavenfuzz.type.LeafKind.FLOAT;
import static io.github.mavenfuzz.type.LeafKind.INT;
import static io.github.mavenfuzz.type.LeafKind.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkClass;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InputPreviewTest {

  static Stream<Arguments> shown() {
    return Stream.of(
        arguments(
            InputShape.of(BYTES),
            List.of(new byte[] {'P', 'K', 3, 4, -1, '\n', '"', 0x7F}),
            "byte[] \"PK\\x03\\x04\\xff\\n\\\"\\x7f\""),
        arguments(InputShape.of(BYTES), List.of(new byte[0]), "byte[] \"\""),
        arguments(
            InputShape.of(INT, BOOLEAN, STRING),
            List.of(-1, true, "a 'b' \"c\" \\"),
            "-1, true, \"a 'b' \\\"c\\\" \\\\\""),
        arguments(
            InputShape.of(CHAR, CHAR, CHAR),
            List.of('\'', '"', '\uD800'),
            "'\\'', '\"', '\\ud800'"),
        arguments(InputShape.of(FLOAT, DOUBLE), List.of(Float.NaN, -0.0), "NaN, -0.0"),
        arguments(InputShape.of(STRING), List.of("größer 中 😀"), "\"größer 中 😀\""),
        arguments(
            InputShape.of(STRING),
            List.of("\u001B[31m\r\n\t\0\u0085"),
            "\"\\u001b[31m\\r\\n\\t\\u0000\\u0085\""),
        arguments(
            InputShape.of(STRING),
            List.of("\u202Eexe\u2066\u200B\u00A0\u2028\uE000"),
            "\"\\u202eexe\\u2066\\u200b\\u00a0\\u2028\\ue000\""),
        arguments(
            InputShape.of(STRING), List.of("\uDB40\uDC01\uDC00"), "\"\\udb40\\udc01\\udc00\""));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void showsValuesAsLiterals(InputShape shape, List<Object> values, String line) {
    assertThat(InputPreview.of(shape, values, 200)).isEqualTo(line);
  }

  static Stream<Arguments> parts() {
    ValueType number = LeafType.of(INT);
    ValueType text = LeafType.of(STRING);
    return Stream.of(
        arguments(new EnumType("a.B$Color", List.of("RED")), "RED", "Color.RED"),
        arguments(
            new RecordType(
                "a.Point",
                List.of(
                    new RecordType.Component("x", number), new RecordType.Component("s", text))),
            List.of(1, "a\n"),
            "Point[x=1, s=\"a\\n\"]"),
        arguments(
            new SequenceType(SequenceType.Form.ARRAY, "[I", number, 0, 9), List.of(1, 2), "[1, 2]"),
        arguments(
            new MapType("Ljava/util/Map;", text, number, 0, 9),
            List.of(List.of("a", 1), List.of("b", 2)),
            "{\"a\"=1, \"b\"=2}"),
        arguments(new NullableType(number, false), null, "null"),
        arguments(new NullableType(number, true), null, "Optional.empty"),
        arguments(new NullableType(number, true), 1, "Optional[1]"),
        arguments(
            new JdkType(JdkClass.LOCAL_DATE), LocalDate.of(2024, 2, 29), "LocalDate 2024-02-29"),
        arguments(new ChoiceType(LeafType.of(CHAR), List.of("\"x\"")), 'x', "'x'"));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void showsPartsByTheirNames(ValueType type, Object value, String line) {
    InputShape shape = new InputShape(List.of(type));
    assertThat(InputPreview.of(shape, Arrays.asList(value), 200)).isEqualTo(line);
  }

  static Stream<Arguments> cut() {
    return Stream.of(
        arguments(InputShape.of(STRING), List.of("a".repeat(1234)), 5, "\"aaaa\"... (1,234 bytes)"),
        arguments(
            InputShape.of(BYTES),
            List.of(new byte[] {0, 1, 2}),
            12,
            "byte[] \"\\x00\"... (3 bytes)"),
        arguments(InputShape.of(BYTES), List.of(new byte[] {0}), 8, "byte[] \"\"... (1 byte)"),
        arguments(InputShape.of(STRING), List.of("a😀b"), 3, "\"a\"... (6 bytes)"),
        arguments(InputShape.of(INT, INT), List.of(12, 345), 4, "12, ... (10 bytes)"),
        arguments(InputShape.of(INT, STRING), List.of(12, "ä"), 4, "12, ... (11 bytes)"),
        arguments(InputShape.of(INT), List.of(123), 0, "... (6 bytes)"));
  }

  @ParameterizedTest
  @MethodSource("cut")
  void cutsLongInputsBetweenCharacters(
      InputShape shape, List<Object> values, int maxLength, String line) {
    assertThat(InputPreview.of(shape, values, maxLength)).isEqualTo(line);
  }

  @Test
  void neverPrintsWhatATerminalWouldObey() {
    Random random = new Random(2);
    for (int i = 0; i < 5_000; i++) {
      LeafKind type = LeafKind.values()[i % LeafKind.values().length];
      List<Object> values = List.of(RandomValues.next(type, random));

      String line = InputPreview.of(InputShape.of(type), values, 30);

      assertThat(line.codePoints()).noneMatch(InputPreviewTest::isDangerous);
      assertThat(line).hasSizeLessThan(30 + "\"... (9,999 bytes)".length());
    }
  }

  @Test
  void escapesEveryDangerousCharacter() {
    int[] dangerous =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(InputPreviewTest::isDangerous)
            .toArray();
    String text = new String(dangerous, 0, dangerous.length);

    assertThat(InputPreview.of(InputShape.of(STRING), List.of(text), Integer.MAX_VALUE).chars())
        .allMatch(c -> c >= ' ' && c < 0x7F);
  }

  private static boolean isDangerous(int c) {
    return Character.isISOControl(c)
        || !Character.isDefined(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE
        || c == '\u2028'
        || c == '\u2029';
  }
}
