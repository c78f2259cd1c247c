package io.github.mavenfuzz.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes paths so that they hold in every clone of the project: relative ones to what is in it, and
 * absolute ones to all else.
 *
 * @param here where the build was started; absolute
 * @param checkout the folder of the whole project; absolute
 */
record Paths(Path here, Path checkout) {

  /**
   * @param root the folder that Maven takes for that of the whole project; Git may know better
   */
  static Paths in(Path here, Path root) {
    Path checkout =
        Stream.iterate(root, Objects::nonNull, Path::getParent)
            .filter(folder -> Files.exists(folder.resolve(".git")))
            .findFirst()
            .orElse(root);
    return new Paths(here, checkout);
  }

  /** A path as it is written where the build was started. */
  String fromHere(Path to) {
    return from(here, to);
  }

  /** A path as it is written for a reader that starts from a folder. */
  String from(Path folder, Path to) {
    Path target = to.toAbsolutePath().normalize();
    boolean near =
        target.startsWith(folder) || target.startsWith(checkout) && folder.startsWith(checkout);
    return near ? folder.relativize(target).toString() : target.toString();
  }
}
