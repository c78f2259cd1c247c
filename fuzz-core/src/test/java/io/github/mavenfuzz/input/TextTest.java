package io.github.mavenfuzz.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ASCII only",
        "\0\u007F",
        "\u0080\u07FF",
        "\u0800\uFFFF\uFFFD\uFEFF",
        "\uD7FF\uE000",
        "\uD83D\uDE00",
        "a\uD83D\uDE00\uD800\uDC00z",
        "\uD800",
        "\uDFFF",
        "\uDBFFx",
        "x\uDC00",
        "\uDC00\uD800",
        "\uD800\uD800\uDC00",
        "\uD800\uDC00\uDC00",
        "\u00E4\uD800\u20AC\uDC00\uD83D\uDE00"
      })
  void everyStringHasAByteForm(String text) {
    byte[] bytes = Text.encode(text);
    assertThat(Text.decode(bytes, bytes.length)).isEqualTo(text);
  }

  @Test
  void decodingUndoesEncodingForRandomChars() {
    Random random = new Random(1);
    char[] alphabet = {'a', '\u00E4', '\u20AC', '\uD800', '\uDBFF', '\uDC00', '\uDFFF', '\uFFFD'};
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        boolean any = random.nextInt(4) == 0;
        text.append(any ? (char) random.nextInt(65536) : alphabet[random.nextInt(8)]);
      }
      byte[] bytes = Text.encode(text.toString());
      assertThat(Text.decode(bytes, bytes.length)).isEqualTo(text.toString());
    }
  }

  /** ASCII is passed over eight bytes at a time. */
  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "\uDFFF", "\u00E4", "\uD7FF", "\uDFFF\uDFFF", "\u20ACx\uD800"})
  void whatIsNotAsciiIsSeenAmongAsciiOfAnyLength(String rare) {
    for (int before = 0; before < 20; before++) {
      for (int behind = 0; behind < 20; behind++) {
        String text = "a".repeat(before) + rare + "z".repeat(behind);
        byte[] bytes = Text.encode(text);
        byte[] more = Arrays.copyOf(bytes, bytes.length + 9);
        Arrays.fill(more, bytes.length, more.length, (byte) 0xED);

        assertThat(Text.decode(more, bytes.length)).isEqualTo(text);
      }
    }
  }

  @Test
  void everySingleCharHasAByteForm() {
    for (int c = 0; c < 65536; c++) {
      String text = String.valueOf((char) c);
      byte[] bytes = Text.encode(text);
      assertThat(Text.decode(bytes, bytes.length)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "\u00E4\u20AC", "a\uD83D\uDE00b"})
  void wellFormedStringsAreUtf8(String text) {
    assertThat(Text.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "eda080, \uD800",
    "edbfbf, \uDFFF",
    "61eda08062, a\uD800b",
    "eda080edb080, \uD800\uDC00",
    "ed9fbf, \uD7FF",
    "ee8080, \uE000"
  })
  void decodesSurrogatesOfThreeBytes(String hex, String text) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(Text.decode(bytes, bytes.length)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "80, \uFFFD",
    "6180ff62, a\uFFFD\uFFFDb",
    "e282, \uFFFD",
    "e282eda080, \uFFFD\uD800",
    "ed, \uFFFD",
    "c0af, \uFFFD\uFFFD",
    "eda080c3, \uD800\uFFFD"
  })
  void replacesMalformedBytes(String hex, String text) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(Text.decode(bytes, bytes.length)).isEqualTo(text);
  }

  @Test
  void decodesTheGivenLengthOnly() {
    byte[] bytes = HexFormat.of().parseHex("6162eda080");
    assertThat(Text.decode(bytes, 2)).isEqualTo("ab");
    assertThat(Text.decode(bytes, 0)).isEmpty();
    assertThat(Text.decode(bytes, 4)).startsWith("ab\uFFFD").doesNotContain("\uD800");
  }

  @Test
  void decodesAnyBytesToAStringThatHasAByteForm() {
    Random random = new Random(2);
    byte[] telling = {(byte) 0xED, (byte) 0xA0, (byte) 0xBF, (byte) 0x80, (byte) 0xF0, 'a'};
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      for (int k = 0; k < bytes.length; k++) {
        if (random.nextInt(3) != 0) {
          bytes[k] = telling[random.nextInt(telling.length)];
        }
      }
      assertThatCode(
              () -> {
                String text = Text.decode(bytes, bytes.length);
                byte[] encoded = Text.encode(text);
                assertThat(Text.decode(encoded, encoded.length)).isEqualTo(text);
              })
          .doesNotThrowAnyException();
    }
  }
}
