package io.github.mavenfuzz.corpus;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A folder whose files a build copies to the class path of the tests, such as {@code
 * src/test/resources}. Lives in the coordinator.
 *
 * @param directory may be missing
 * @param place where in the class path its files are found, such as {@code fuzz}; empty for the
 *     root
 * @param copied whether the build copies a file that lies in the folder
 */
public record ResourceFolder(Path directory, Path place, Predicate<Path> copied) {

  /** A folder of which every file is copied to the root of the class path. */
  public static ResourceFolder ofRoot(Path directory) {
    return new ResourceFolder(directory, Path.of(""), file -> true);
  }

  /**
   * The part of this folder whose files are found at a place of the class path or below.
   *
   * @param other such as {@code fuzz/com.example.ParserFuzz/parses}
   * @return empty when all files of this folder are found elsewhere
   */
  public Optional<ResourceFolder> at(Path other) {
    if (place.toString().isEmpty()) {
      return Optional.of(new ResourceFolder(directory.resolve(other), other, copied));
    }
    return other.startsWith(place)
        ? Optional.of(new ResourceFolder(directory.resolve(place.relativize(other)), other, copied))
        : Optional.empty();
  }
}
