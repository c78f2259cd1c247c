package io.github.mavenfuzz.coordinate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the runs of all targets of a module have in common.
 *
 * @param duration the time for one target; its end is success
 * @param executions the calls for one target; 0 means that only the time counts
 * @param workers worker JVMs, at least one
 * @param seed of all randomness
 * @param timeout the deadline of one run
 * @param failFast end a target's run at its first finding
 * @param includes patterns of class names to instrument, or none for all
 * @param excludes patterns of class names not to instrument
 * @param engine the engine's code, for worker JVMs
 * @param jvm how worker JVMs are started
 * @param directories where inputs are read and written
 */
public record RunSettings(
    Duration duration,
    long executions,
    int workers,
    long seed,
    Duration timeout,
    boolean failFast,
    List<String> includes,
    List<String> excludes,
    Engine engine,
    JvmSettings jvm,
    InputDirectories directories) {

  /**
   * @param seeds the folder of all targets' seeds, to which crashers are written
   * @param corpus the folder of all targets' corpora
   * @param results the folder for what else a run leaves behind: suspects, crash logs of JVMs
   */
  public record InputDirectories(Path seeds, Path corpus, Path results) {}

  /**
   * Whether the same seed has to give the same inputs: then no decision may depend on a clock, and
   * slices are counted in runs.
   */
  boolean isDeterministic() {
    return workers == 1 && executions > 0;
  }
}
