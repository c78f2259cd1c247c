package io.github.mavenfuzz.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DictionaryFileTest {
  @TempDir Path directory;

  static Stream<Arguments> dictionaries() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("\n  \n# \"comment\"\n  # another\n", List.of()),
        Arguments.of("\"a\"", List.of("a")),
        Arguments.of("kw=\"SELECT\"\nkw2=\"FROM\"\n", List.of("SELECT", "FROM")),
        Arguments.of("kw@2=\"level\"", List.of("level")),
        Arguments.of("\"windows\"\r\n\"lines\"\r\n", List.of("windows", "lines")),
        Arguments.of("  \"blanks \"\t", List.of("blanks ")),
        Arguments.of("\"twice\"\n\"twice\"", List.of("twice")),
        Arguments.of("\"a=\\\"b\\\"\"", List.of("a=\"b\"")),
        Arguments.of("\"\\\\n\"", List.of("\\n")),
        Arguments.of("\"\\x00\\xff\\xAb\"", List.of("\u0000\u00ff\u00ab")),
        Arguments.of("\"# no comment\"", List.of("# no comment")));
  }

  @ParameterizedTest
  @MethodSource("dictionaries")
  void readsWords(String text, List<String> words) throws Exception {
    assertThat(DictionaryFile.read(write(text)).words()).isEqualTo(words);
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of("word", 1, "the word is not in quotation marks"),
        Arguments.of("\"good\"\n\n\"open", 3, "the word is not in quotation marks"),
        Arguments.of("\"", 1, "the word is not in quotation marks"),
        Arguments.of("\"a\" b", 1, "the word is not in quotation marks"),
        Arguments.of("\"\"", 1, "the word is empty"),
        Arguments.of("name \"a\"", 1, "there is no = between the name and the word"),
        Arguments.of("\"a\"b\"", 1, "a quotation mark within the word is written \\\""),
        Arguments.of("\"a\\\"", 1, "a backslash is followed by neither"),
        Arguments.of("\"\\n\"", 1, "a backslash is followed by neither"),
        Arguments.of("\"\\x1\"", 1, "a backslash is followed by neither"),
        Arguments.of("\"\\xg0\"", 1, "a backslash is followed by neither"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void namesFileAndLineOfAnError(String text, int line, String problem) throws Exception {
    Path file = write(text);

    DictionaryException e =
        catchThrowableOfType(DictionaryException.class, () -> DictionaryFile.read(file));

    assertThat(e.line()).isEqualTo(line);
    assertThat(e)
        .hasMessageStartingWith("The dictionary " + file + ", line " + line + ": " + problem)
        .hasMessageEndingWith(
            "; a line is name=\"word\" or \"word\", with \\\\, \\\" and \\xAB for special bytes.");
  }

  @Test
  void bytesRemainWhatTheyAreWhateverTheEncoding() throws Exception {
    Path file =
        Files.write(directory.resolve("d"), new byte[] {'"', (byte) 0xC3, (byte) 0xA4, '"'});

    assertThat(DictionaryFile.read(file).bytes()[0])
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("ä");
  }

  @Test
  void saysThatAFileCannotBeRead() {
    Path file = directory.resolve("missing.dict");

    DictionaryException e =
        catchThrowableOfType(DictionaryException.class, () -> DictionaryFile.read(file));

    assertThat(e.line()).isZero();
    assertThat(e).hasMessageStartingWith("The dictionary " + file + " cannot be read: ");
  }

  private Path write(String text) throws Exception {
    return Files.writeString(directory.resolve("words.dict"), text);
  }
}
