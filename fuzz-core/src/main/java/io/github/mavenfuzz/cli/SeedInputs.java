package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.corpus.CorpusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code -seed_inputs}: files separated by commas, or a file that holds such a list. */
final class SeedInputs {
  private SeedInputs() {}

  /**
   * @param base where relative paths begin
   */
  static List<InputFile> of(Arguments arguments, Path base) throws UsageException, CorpusException {
    List<InputFile> files = new ArrayList<>();
    for (String name : list(arguments.text("-seed_inputs").orElse(""), base).split(",")) {
      if (!name.isBlank()) {
        files.add(InputFile.of(base.resolve(name.strip())));
      }
    }
    return files;
  }

  private static String list(String value, Path base) throws UsageException {
    if (!value.startsWith("@")) {
      return value;
    }
    Path file = base.resolve(value.substring(1));
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UsageException("-seed_inputs: " + file + " cannot be read: " + e + ".");
    }
  }
}
