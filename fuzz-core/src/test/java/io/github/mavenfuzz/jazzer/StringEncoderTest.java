package io.github.mavenfuzz.jazzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StringEncoderTest {
  private static final int TEXTS = 5000;
  private static final String[] PIECES = {
    "a", "Z", "\\", "\\\\", "\0", "\u007F", "\u0080", "\u07FF", "\u0800", "\uFFFF", "\uD83D\uDE00"
  };

  @ParameterizedTest
  @EnumSource
  void makesBytesOfWhichTheProviderMakesTheText(StringDecoder.Form form) {
    Random random = new Random(1);
    for (int i = 0; i < TEXTS; i++) {
      String text = randomText(random);
      int maxLength = text.length() + random.nextInt(3);
      byte[] bytes = StringEncoder.encode(text, maxLength, form);
      if (bytes != null) {
        assertThat(decode(new BytesDataProvider(bytes), maxLength, form)).isEqualTo(text);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "ASCII_TEXT"})
  void endsATextBeforeWhatFollows(StringDecoder.Form form) {
    byte[] bytes = StringEncoder.encode("a\\b", 9, form);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 2);
    FuzzedDataProvider provider = new BytesDataProvider(longer);

    assertThat(decode(provider, 9, form)).isEqualTo("a\\b");
    assertThat(provider.remainingBytes()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, abc, 3, true",
    "TEXT, abc, 2, false",
    "TEXT, '', 0, true",
    "TEXT, \u00E4, 1, true",
    "ASCII_TEXT, \u00E4, 1, false",
    "ASCII_TEXT, a, 1, true",
    "ASCII_REST, ab, 9, true",
    // One byte alone is no string, and in this form nothing can be put behind it.
    "ASCII_REST, a, 9, false",
    "REST, a, 9, true"
  })
  void hasBytesForWhatTheProviderCanMake(
      StringDecoder.Form form, String text, int maxLength, boolean possible) {
    assertThat(StringEncoder.encode(text, maxLength, form) != null).isEqualTo(possible);
  }

  @Test
  void hasNoBytesForHalfASurrogatePair() {
    for (String text : new String[] {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D"}) {
      assertThat(StringEncoder.encode(text, 9, StringDecoder.Form.TEXT)).isNull();
    }
  }

  private static String decode(
      FuzzedDataProvider provider, int maxLength, StringDecoder.Form form) {
    return switch (form) {
      case TEXT -> provider.consumeString(maxLength);
      case ASCII_TEXT -> provider.consumeAsciiString(maxLength);
      case REST -> provider.consumeRemainingAsString();
      case ASCII_REST -> provider.consumeRemainingAsAsciiString();
    };
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int kinds = random.nextBoolean() ? 6 : PIECES.length;
    for (int n = random.nextInt(8); n > 0; n--) {
      text.append(PIECES[random.nextInt(kinds)]);
    }
    return text.toString();
  }
}
