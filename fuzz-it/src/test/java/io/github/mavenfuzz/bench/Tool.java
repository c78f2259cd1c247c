package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way to run a target again and again. Has no state. */
interface Tool {
  /** As users select it; also the name of its folders. */
  String name();

  /**
   * Coordinates of the jars that it needs, as in {@link Target#dependencies()}.
   *
   * @param versions of the tools, by the names of their projects
   */
  default List<String> dependencies(Map<String, String> versions) {
    return List.of();
  }

  /** A sentence why it cannot run a target at all, and is left out; empty when it can. */
  default Optional<String> cannotRun(Target target) {
    return Optional.empty();
  }

  /**
   * Makes ready what a run needs, in the trial's folder; this takes none of the tool's time.
   *
   * @throws BenchException when the tool does not take the target
   */
  Launch prepare(Trial trial) throws BenchException, IOException, InterruptedException;

  /**
   * Reads how much the tool has run.
   *
   * @throws BenchException when it does not say; the message need not repeat what it said
   */
  Runs runs(Execution execution) throws BenchException, IOException;
}
