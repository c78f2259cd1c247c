package io.github.mavenfuzz.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arguments of {@code .mvn/maven.config}, which Maven adds to those of the command line. Every
 * clone of the project has the file, so a command need not repeat them.
 */
final class MavenConfigFile {
  private final List<String> words;

  private MavenConfigFile(List<String> words) {
    this.words = words;
  }

  /**
   * @param root the folder that has {@code .mvn}, or would have it; may be null
   */
  static MavenConfigFile in(Path root) {
    Path file = root == null ? null : root.resolve(".mvn/maven.config");
    if (file == null || !Files.isRegularFile(file)) {
      return new MavenConfigFile(List.of());
    }
    try (Stream<String> lines = Files.lines(file)) {
      // A line is one word since 3.9; before, blanks separate words as well.
      return new MavenConfigFile(
          lines
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Stream.concat(Stream.of(line), Stream.of(line.split("\\s+"))))
              .map(String::strip)
              .distinct()
              .toList());
    } catch (IOException | java.io.UncheckedIOException e) {
      return new MavenConfigFile(List.of()); // the command is longer than it need be
    }
  }

  /** Whether it sets a user property to this value. */
  boolean defines(String name, String value) {
    String definition = name + '=' + value;
    return hasAny(List.of("-D" + definition, definition, "--define=" + definition))
        || value.equals("true") && hasAny(List.of("-D" + name));
  }

  /** Whether it has one of these options, alone or with its value attached. */
  boolean hasOption(String shortName, String longName) {
    return words.stream()
        .anyMatch(
            word ->
                word.equals(shortName)
                    || word.equals(longName)
                    || word.startsWith(shortName + ' ')
                    || word.startsWith(shortName + '=')
                    || word.startsWith(longName + '=')
                    || word.startsWith(longName + ' '));
  }

  private boolean hasAny(List<String> forms) {
    return forms.stream().anyMatch(words::contains);
  }
}
