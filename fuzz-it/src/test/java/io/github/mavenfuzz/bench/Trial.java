package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One run of one tool on one target.
 *
 * @param round from 1
 * @param directory a folder of its own, in that of the round; its name is that of the tool
 */
record Trial(BuiltTarget target, int round, Path directory, Equipment equipment) {
  /** Where {@link TargetBuilder} makes targets note moments. */
  static final String MARKS_VARIABLE = "BENCH_MARKS";

  /** A folder in that of the trial, which is made when it is not there. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  /** What the trial of another tool in the same round has left, if anything. */
  Path of(String tool, String folder) {
    return directory.resolveSibling(tool).resolve(folder);
  }
}
