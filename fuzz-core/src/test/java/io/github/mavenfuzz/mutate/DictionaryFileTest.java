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
import org.junit.jupiter.params.provider.CsvSource;
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
        Arguments.of("\"# no comment\"", List.of("# no comment")),
        // blanks around the sign, as both take them
        Arguments.of("a = \"1\"\nb =\"2\"\n\tc=\t\"3\"", List.of("1", "2", "3")),
        // what is before the first quotation mark is for people
        Arguments.of("keyword \"1\"\nan attribute=\"2\"\n?! == \"3\"", List.of("1", "2", "3")),
        Arguments.of("kw@1 = \"1\"\nkw[3]=\"2\"\n@9=\"3\"", List.of("1", "2", "3")),
        // quotation marks within
        Arguments.of("\"href=\"\"\n\"a\"b\"\n\"\"\"", List.of("href=\"", "a\"b", "\"")),
        Arguments.of("\"a\" # \"b\"", List.of("a\" # \"b")),
        // a backslash that means nothing, as AFL++ reads it
        Arguments.of("\"\\n\\x1\\xg0\\\"", List.of("nx1xg0")),
        Arguments.of("\"\\\\x41\\x41\"", List.of("\\x41A")),
        Arguments.of("\"$1\"", List.of("$1")),
        // words that are none
        Arguments.of("\"\"\nempty=\"\"\n\"a\"", List.of("a")),
        Arguments.of("\u00ef\u00bb\u00bf\"marked\"", List.of("marked")),
        Arguments.of("\u00ef\u00bb\u00bf# marked\n", List.of()),
        Arguments.of("\"tab\there\"", List.of("tab\there")),
        Arguments.of("\"\u00fc\u0001\"", List.of("\u00fc\u0001")),
        Arguments.of("\"last\"\r\n\u000c", List.of("last")));
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
        Arguments.of("name=\"", 1, "the word is not in quotation marks"),
        Arguments.of("\r\n'a'\r\n", 2, "the word is not in quotation marks"));
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

  @ParameterizedTest
  @CsvSource({"words.dict, a b c d", "words.dict@0, a d", "words.dict@2, a b d"})
  void leavesOutTheLevelsAboveTheOneThatTheNameEndsWith(String name, String words)
      throws Exception {
    write("\"a\"\nkw@1=\"b\"\nkw@12=\"c\"\nkw = \"d\"");

    assertThat(DictionaryFile.read(directory.resolve(name)).words())
        .containsExactly(words.split(" "));
  }

  @Test
  void aNameMayHaveAnAtSignItself() throws Exception {
    Path file = Files.writeString(directory.resolve("words@0"), "kw@1=\"b\"");

    assertThat(DictionaryFile.read(file).words()).containsExactly("b");
  }

  @Test
  void everyFileOfADirectoryIsAWord() throws Exception {
    Files.writeString(directory.resolve("a"), "\"quoted\"\n");
    Files.writeString(directory.resolve("b"), "");
    Files.writeString(directory.resolve("c"), "plain");
    Files.writeString(directory.resolve(".hidden"), "hidden");
    Files.write(directory.resolve("d"), new byte[5000]);
    Files.createDirectory(directory.resolve("e"));

    assertThat(DictionaryFile.read(directory).words()).containsExactly("\"quoted\"\n", "plain");
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
    return Files.writeString(directory.resolve("words.dict"), text, StandardCharsets.ISO_8859_1);
  }
}
