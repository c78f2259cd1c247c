package io.github.mavenfuzz.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sees to it that directories exist before a run begins. */
final class Directories {
  private Directories() {}

  /**
   * Makes a directory if a flag allows for it.
   *
   * @throws UsageException when there is none
   */
  static void require(Path directory, Arguments arguments) throws UsageException {
    if (Files.isDirectory(directory)) {
      return;
    }
    if (!arguments.isOn("-create_missing_dirs")) {
      throw new UsageException(
          "The required directory \""
              + directory
              + "\" does not exist; make it, or add -create_missing_dirs=1.");
    }
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UsageException("Failed to create directory \"" + directory + "\": " + e + ".");
    }
  }
}
