package io.github.mavenfuzz.input;

import static io.github.mavenfuzz.type.LeafKind.BOOLEAN;
import static io.github.mavenfuzz.type.LeafKind.BYTE;
import static io.github.mavenfuzz.type.LeafKind.BYTES;
import static io.github.mavenfuzz.type.LeafKind.CHAR;
import static io.github.mavenfuzz.type.LeafKind.DOUBLE;
import static io.github.mavenfuzz.type.LeafKind.FLOAT;
import static io.github.mavenfuzz.type.LeafKind.INT;
import static io.github.mavenfuzz.type.LeafKind.LONG;
import static io.github.mavenfuzz.type.LeafKind.SHORT;
import static io.github.mavenfuzz.type.LeafKind.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.type.LeafKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputCodecTest {

  @Test
  void aSingleByteArrayIsTheFileItself() throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF};
    InputCodec codec = new InputCodec(InputShape.of(BYTES));

    assertThat((byte[]) codec.decode(png).get(0)).isEqualTo(png).isNotSameAs(png);
    assertThat(codec.encode(List.of(png))).isEqualTo(png).isNotSameAs(png);
  }

  @Test
  void aSingleStringIsTheFileItself() throws Exception {
    InputCodec codec = new InputCodec(InputShape.of(STRING));

    assertThat(codec.decode(utf8("[1, \"ü\"]\r\n"))).containsExactly("[1, \"ü\"]\r\n");
    assertThat(codec.encode(List.of("ü\n"))).isEqualTo(utf8("ü\n"));
  }

  static Stream<Arguments> written() {
    return Stream.of(
        arguments(
            InputShape.of(INT, STRING, BOOLEAN), List.of(42, "abc", true), "[42, 'abc', true]"),
        arguments(InputShape.of(BYTE, SHORT), List.of((byte) -128, (short) 7), "[-128, 7]"),
        arguments(InputShape.of(LONG), List.of(Long.MIN_VALUE), "[-9223372036854775808]"),
        arguments(InputShape.of(CHAR, CHAR), List.of('x', '\uD800'), "['x', '\\ud800']"),
        arguments(InputShape.of(CHAR, CHAR), List.of('\'', 'ä'), "[''', 'ä']"),
        arguments(InputShape.of(INT, STRING), List.of(0, "größer 中 😀"), "[0, 'größer 中 😀']"),
        arguments(
            InputShape.of(INT, STRING),
            List.of(0, "\t\r\n\b\0\u007f"),
            "[0, '\\t\\r\\n\\u0008\\u0000\\u007f']"),
        arguments(InputShape.of(INT, STRING), List.of(0, "a\"b\\c/"), "[0, 'a\\'b\\\\c/']"),
        arguments(InputShape.of(INT, STRING), List.of(0, "\uDC00\uD83D"), "[0, '\\udc00\\ud83d']"),
        arguments(
            InputShape.of(INT, STRING),
            List.of(0, "\u202Eexe\u2028\uFEFF"),
            "[0, '\\u202eexe\\u2028\\ufeff']"),
        arguments(
            InputShape.of(INT, BYTES),
            List.of(0, new byte[] {'P', 'K', 3, 10, -1, '"', '\\'}),
            "[0, 'PK\\u0003\\u000a\\u00ff\\'\\\\']"),
        arguments(InputShape.of(FLOAT, DOUBLE), List.of(0.1f, -0.0), "[0.1, -0.0]"),
        arguments(
            InputShape.of(FLOAT, FLOAT), List.of(Float.MIN_VALUE, 1e10f), "[1.4E-45, 1.0E10]"),
        arguments(InputShape.of(FLOAT, DOUBLE), List.of(Float.NaN, Double.NaN), "['NaN', 'NaN']"),
        arguments(
            InputShape.of(FLOAT, DOUBLE),
            List.of(Float.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
            "['-Infinity', 'Infinity']"),
        arguments(
            InputShape.of(FLOAT, DOUBLE),
            List.of(Float.intBitsToFloat(0x7fc00001), Double.longBitsToDouble(-1)),
            "['0x7fc00001', '0xffffffffffffffff']"));
  }

  @ParameterizedTest
  @MethodSource("written")
  void writesOneReadableLine(InputShape shape, List<Object> values, String line) throws Exception {
    byte[] file = new InputCodec(shape).encode(values);

    assertThat(new String(file, StandardCharsets.UTF_8))
        .isEqualTo(line.replace("'''", "\"\t\"").replace('\'', '"').replace("\t", "'") + "\n");
    assertSame(new InputCodec(shape).decode(file), values);
  }

  static Stream<Arguments> read() {
    return Stream.of(
        arguments(InputShape.of(INT, INT), "  [\r\n\t1,\r\n 2 ]\r\n\r\n", List.of(1, 2)),
        arguments(InputShape.of(INT, INT), "\uFEFF[1,2]", List.of(1, 2)),
        arguments(InputShape.of(INT), "[-0]", List.of(0)),
        arguments(InputShape.of(FLOAT, DOUBLE), "[-0, 3]", List.of(-0f, 3d)),
        arguments(InputShape.of(FLOAT, DOUBLE), "[1e-999, 1E+2]", List.of(0f, 100d)),
        arguments(InputShape.of(FLOAT, FLOAT), "['0x3F800000', 16777217]", List.of(1f, 16777216f)),
        arguments(InputShape.of(CHAR), "['\\u0041']", List.of('A')),
        arguments(InputShape.of(INT, BYTES), "[0, 'ÿ\\n']", List.of(0, new byte[] {-1, 10})),
        arguments(InputShape.of(INT, STRING), "[0, '\\ud83d\\ude00\\/']", List.of(0, "😀/")));
  }

  @ParameterizedTest
  @MethodSource("read")
  void readsWhatPeopleWrite(InputShape shape, String json, List<Object> values) throws Exception {
    assertSame(new InputCodec(shape).decode(utf8(json.replace('\'', '"'))), values);
  }

  static Stream<Arguments> malformed() {
    InputShape three = InputShape.of(BYTES, INT, STRING);
    return Stream.of(
        arguments(three, "['', 'x', '']", "value 2 of 3 is a string, but parameter 2 is an int"),
        arguments(three, "[true, 1, '']", "value 1 of 3 is a boolean, but parameter 1 is a byte[]"),
        arguments(three, "['', 1, null]", "value 3 of 3 is null, but parameter 3 is a String"),
        arguments(three, "['', [1], '']", "value 2 of 3 is an array, but parameter 2 is an int"),
        arguments(
            three, "['', {'a': 1}, '']", "value 2 of 3 is an object, but parameter 2 is an int"),
        arguments(three, "['', 1.0, '']", "value 2 of 3 is 1.0, but parameter 2 is an int"),
        arguments(
            three,
            "['', 2147483648, '']",
            "value 2 of 3 is 2147483648, but parameter 2 is an int (-2147483648 to 2147483647)"),
        arguments(
            three,
            "['a€', 1, '']",
            "value 1 of 3 has the character U+20AC at index 1, but parameter 1 is a byte[],"
                + " in which a character stands for one byte, U+0000 to U+00FF"),
        arguments(
            three,
            "['', 1]",
            "the file holds only 2 values, but the target takes 3 (byte[], int, String)"),
        arguments(
            three,
            "['']",
            "the file holds only 1 value, but the target takes 3 (byte[], int, String)"),
        arguments(
            three,
            "['', 1, '', 4]",
            "the file holds more than 3 values, but the target takes 3 (byte[], int, String)"),
        arguments(
            InputShape.of(INT),
            "[1, 2]",
            "the file holds more than 1 value, but the target takes 1 (int)"),
        arguments(
            InputShape.of(BYTE),
            "[-129]",
            "value 1 of 1 is -129, but parameter 1 is a byte (-128 to 127)"),
        arguments(
            InputShape.of(LONG),
            "[1" + "0".repeat(2000) + "]",
            "value 1 of 1 is 1"
                + "0".repeat(39)
                + "..., but parameter 1 is a long (-9223372036854775808 to 9223372036854775807)"),
        arguments(
            InputShape.of(BOOLEAN),
            "[1]",
            "value 1 of 1 is a number, but parameter 1 is a boolean"),
        arguments(
            InputShape.of(CHAR),
            "['😀']",
            "value 1 of 1 is a string of 2 UTF-16 units, but parameter 1 is a char"),
        arguments(
            InputShape.of(CHAR),
            "['']",
            "value 1 of 1 is a string of 0 UTF-16 units, but parameter 1 is a char"),
        arguments(
            InputShape.of(FLOAT),
            "[1e39]",
            "value 1 of 1 is 1e39, but parameter 1 is a float and holds no number as large"),
        arguments(
            InputShape.of(FLOAT),
            "['nan']",
            "value 1 of 1 is a string, but parameter 1 is a float (a number, 'NaN', 'Infinity',"
                + " '-Infinity', or '0x' and its bits in 8 hexadecimal digits)"),
        arguments(
            InputShape.of(DOUBLE),
            "['0x7fc00001']",
            "value 1 of 1 is a string, but parameter 1 is a double (a number, 'NaN', 'Infinity',"
                + " '-Infinity', or '0x' and its bits in 16 hexadecimal digits)"),
        arguments(InputShape.of(INT), "1", "the file is not a JSON array with the values of (int)"),
        arguments(InputShape.of(INT), "", "the file is not a JSON array with the values of (int)"),
        arguments(InputShape.of(INT), "[1] []", "something follows the JSON array in the file"),
        arguments(InputShape.of(INT), "[1", "the JSON ends before its array is closed"),
        arguments(InputShape.of(CHAR), "['x", "the JSON ends before its array is closed"),
        arguments(InputShape.of(INT), "[1]\nxyz", "the text is not JSON at line 2, column 1"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void saysWhatIsMalformed(InputShape shape, String json, String sentence) {
    assertMalformed(shape, utf8(json.replace('\'', '"')), sentence.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[01]",
        "[+1]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[0x10]",
        "[NaN]",
        "[.5]",
        "[1.]",
        "[tru]",
        "[1]//",
        "/**/[1]",
        "['a']",
        "[\u00a01]",
        "[1]\0"
      })
  void isStrictAboutJson(String text) {
    assertNotJson(InputShape.of(INT), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"\n\"]", "[\"\\x41\"]", "[\"\\u12\"]", "[\"\0\"]"})
  void isStrictAboutJsonStrings(String text) {
    assertNotJson(InputShape.of(CHAR), text);
  }

  static Stream<Arguments> notUtf8() {
    return Stream.of(
        arguments(new int[] {0xFF}),
        arguments(new int[] {0xC0, 0x80}),
        arguments(new int[] {0xED, 0xA0, 0x80}),
        arguments(new int[] {0xE2, 0x82}),
        arguments(new int[] {0xF5, 0x80, 0x80, 0x80}));
  }

  @ParameterizedTest
  @MethodSource("notUtf8")
  void refusesWhatIsNotUtf8(int[] bytes) {
    StringBuilder file = new StringBuilder("[\"");
    Arrays.stream(bytes).forEach(b -> file.append((char) b));

    assertMalformed(
        InputShape.of(CHAR),
        file.append("\"]").toString().getBytes(StandardCharsets.ISO_8859_1),
        "the file is not UTF-8 text: its byte at offset 2 is malformed");
  }

  @Test
  void readsStringsLongerThanJacksonDoesByDefault() throws Exception {
    String large = "x".repeat(20_000_001);
    InputCodec codec = new InputCodec(InputShape.of(INT, STRING));

    assertThat(codec.decode(codec.encode(List.of(1, large)))).containsExactly(1, large);
  }

  @Test
  void refusesToEncodeAnInputOfAnotherSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InputCodec(InputShape.of(INT, INT)).encode(List.of(1)));
  }

  @Test
  void everyInputSurvivesBitForBit() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      List<LeafKind> types = new ArrayList<>();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        types.add(LeafKind.values()[random.nextInt(LeafKind.values().length)]);
      }
      InputCodec codec = new InputCodec(InputShape.of(types.toArray(LeafKind[]::new)));
      List<Object> values = types.stream().map(t -> RandomValues.next(t, random)).toList();

      byte[] file = codec.encode(values);
      List<Object> decoded = codec.decode(file);
      assertSame(decoded, values);
      assertThat(codec.encode(decoded)).isEqualTo(file);
    }
  }

  private static void assertNotJson(InputShape shape, String text) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> new InputCodec(shape).decode(utf8(text)))
        .withMessageStartingWith("the text is not JSON at line ");
  }

  private static void assertMalformed(InputShape shape, byte[] file, String sentence) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> new InputCodec(shape).decode(file))
        .withMessage(sentence);
  }

  private static void assertSame(List<Object> actual, List<Object> expected) {
    assertThat(actual.stream().map(InputCodecTest::bits))
        .containsExactlyElementsOf(expected.stream().map(InputCodecTest::bits).toList());
  }

  /** Something whose equality is that of the value's bits and type. */
  private static Object bits(Object value) {
    if (value instanceof byte[] bytes) {
      return Arrays.toString(bytes);
    } else if (value instanceof Float f) {
      return "float " + Float.floatToRawIntBits(f);
    } else if (value instanceof Double d) {
      return "double " + Double.doubleToRawLongBits(d);
    }
    return value;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void speaksEnglishEverywhere() {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThatThrownBy(
              () ->
                  new InputCodec(InputShape.of(LeafKind.INT, LeafKind.INT))
                      .decode("[1, 2, 3]".getBytes(StandardCharsets.UTF_8)))
          .hasMessageStartingWith("the file holds more than 2 values, but the target takes 2 ");
    } finally {
      Locale.setDefault(usual);
    }
  }
}
