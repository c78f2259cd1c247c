package io.github.mavenfuzz.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentFileTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|\"plain\"",
        "``|\"\"",
        "two words|\"two words\"",
        "a\"b|\"a\\\"b\"",
        "C:\\x|\"C:\\\\x\"",
        "it's #1|\"it's #1\"",
        "@x|\"@x\"",
        "`a\nb\tc`|`\"a\\nb\\tc\"`"
      })
  void anArgumentIsQuoted(String argument, String quoted) {
    assertThat(ArgumentFile.quote(argument)).isEqualTo(quoted);
  }

  @Test
  void isWrittenAsTheLauncherReadsIt() throws Exception {
    List<String> arguments = List.of("-cp", "/home/müller");

    assertThat(ArgumentFile.content(arguments, ISO_8859_1))
        .isEqualTo("\"-cp\"\n\"/home/müller\"\n".getBytes(ISO_8859_1));
    assertThat(ArgumentFile.content(arguments, UTF_8))
        .isEqualTo("\"-cp\"\n\"/home/müller\"\n".getBytes(UTF_8));
  }

  @Test
  void aPathThatTheLocaleHasNoLettersForIsAnError() {
    String classPath = "/a" + File.pathSeparator + "/home/müller";

    assertThatExceptionOfType(FuzzException.class)
        .isThrownBy(() -> ArgumentFile.content(List.of("-cp", classPath), US_ASCII))
        .withMessage(
            "'/home/müller' cannot be passed to worker JVMs, as the encoding of their locale is"
                + " US-ASCII; give them another one, such as LC_ALL=C.UTF-8.");
  }

  @Test
  void aPropertyMayBeMangledAsItIsSetAgain() throws Exception {
    assertThat(ArgumentFile.content(List.of("-Da=ü"), US_ASCII))
        .isEqualTo("\"-Da=?\"\n".getBytes(US_ASCII));
  }
}
