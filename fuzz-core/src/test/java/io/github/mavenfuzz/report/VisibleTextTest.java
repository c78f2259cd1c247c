package io.github.mavenfuzz.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTextTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("plain ~ text", "plain ~ text"),
        Arguments.of("\u00e4\u4e2d\uD83D\uDE00", "\u00e4\u4e2d\uD83D\uDE00"),
        Arguments.of("\u001b[31m", "\\u001b[31m"),
        Arguments.of("\u009b31m", "\\u009b31m"),
        Arguments.of("\0\b\u007f", "\\u0000\\u0008\\u007f"),
        Arguments.of("over\rwritten", "over\\rwritten"),
        Arguments.of("\uD83D.", "\\ud83d."),
        Arguments.of("\uDE00\uD83D", "\\ude00\\ud83d"),
        Arguments.of("\uFFFE\uFFFF", "\\ufffe\\uffff"),
        Arguments.of("\uDBFF\uDFFF", "\\udbff\\udfff"),
        Arguments.of("\u202Eevil\u2066", "\\u202eevil\\u2066"),
        Arguments.of("\u2028\u2029\u0085", "\\u2028\\u2029\\u0085"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void writesOutWhatCannotBeSeen(String text, String expected) {
    assertThat(VisibleText.line(text)).isEqualTo(expected);
    assertThat(VisibleText.lines(text)).isEqualTo(expected);
  }

  @Test
  void keepsLinesWhereThereMayBeSeveral() {
    assertThat(VisibleText.lines("a\r\n\tb\n")).isEqualTo("a\n\tb\n");
    assertThat(VisibleText.line("a\r\n\tb\n")).isEqualTo("a\\r\\n\\tb\\n");
  }
}
