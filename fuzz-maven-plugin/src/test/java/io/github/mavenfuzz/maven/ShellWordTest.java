package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {

  @Test
  void quotesWordsOfSeveralLinesInOne() {
    assertThat(ShellWord.quote("a\n\u001b'\\")).isEqualTo("$'a\\012\\033\\'\\\\'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "fuzz:replay, fuzz:replay",
        "-Dfuzz.test=com.example.A#parses, -Dfuzz.test=com.example.A#parses",
        "-Dfuzz.test=com.example.A$B#parses, '-Dfuzz.test=com.example.A$B#parses'",
        "a folder/(x), 'a folder/(x)'",
        "it's, 'it'\\''s'"
      })
  void quotesWordsForAShellOnlyWhereItMust(String word, String quoted) {
    assertThat(ShellWord.quote(word)).isEqualTo(quoted);
  }
}
