package io.github.mavenfuzz.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * How a tool is started, and where it leaves what it finds.
 *
 * @param command the program and its arguments
 * @param directory in which it runs
 * @param leaves what to look at afterwards
 * @param plans whether the target runs in child processes, so that the first process only plans
 */
record Launch(List<String> command, Path directory, Leaves leaves, boolean plans) {
  /**
   * Folders that a tool writes to.
   *
   * @param corpus the inputs it keeps; null when it keeps none, or none that this JVM can read
   * @param crashers the inputs that fail; null as above
   * @param crasherPrefixes what the names of their files begin with
   */
  record Leaves(Path corpus, Path crashers, List<String> crasherPrefixes) {
    static final Leaves NOTHING = new Leaves(null, null, List.of());
  }
}
