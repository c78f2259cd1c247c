package io.github.mavenfuzz.maven;

import java.nio.file.Path;

/**
 * Words paths so that they hold in every clone of the project: relative ones to what is in it, and
 * absolute ones to all else.
 *
 * @param here where the build was started; absolute
 * @param checkout the folder of the whole project; absolute
 */
record Paths(Path here, Path checkout) {

  /** A path as it is written where the build was started. */
  String fromHere(Path to) {
    return from(here, to);
  }

  String from(Path folder, Path to) {
    Path target = to.toAbsolutePath().normalize();
    boolean near =
        target.startsWith(folder) || target.startsWith(checkout) && folder.startsWith(checkout);
    return near ? folder.relativize(target).toString() : target.toString();
  }
}
