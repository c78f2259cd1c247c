package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.mutate.Dictionary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the runs of all targets of a module have in common.
 *
 * @param limits when a run ends
 * @param workers worker JVMs, at least one
 * @param seed of all randomness
 * @param timeout the deadline of one run
 * @param mutation what inputs are made of
 * @param includes patterns of class names to instrument, or none for all
 * @param excludes patterns of class names not to instrument
 * @param targetArguments passed to the target's class when it is prepared, if it asks for them
 * @param engine the engine's code, for worker JVMs
 * @param jvm how worker JVMs are started
 * @param results the folder for crash logs of JVMs
 */
public record RunSettings(
    Limits limits,
    int workers,
    long seed,
    Duration timeout,
    Mutation mutation,
    List<String> includes,
    List<String> excludes,
    List<String> targetArguments,
    Engine engine,
    JvmSettings jvm,
    Path results) {

  /**
   * When the run of one target ends; the end of a limit is success.
   *
   * @param duration the time for one target
   * @param executions the calls for one target; 0 means that only the time counts
   * @param maxFindings how many findings end the run, flaky ones left out; 0 means no limit
   * @param corpusOnly end once the inputs that there are have been run; nothing is mutated
   * @param ignored the kinds of findings that do not count for that
   */
  public record Limits(
      Duration duration,
      long executions,
      int maxFindings,
      boolean corpusOnly,
      Set<FailureKind> ignored) {

    /** All findings count. */
    public Limits(Duration duration, long executions, int maxFindings, boolean corpusOnly) {
      this(duration, executions, maxFindings, corpusOnly, Set.of());
    }
  }

  /**
   * What mutations make inputs of.
   *
   * @param maxLength the most bytes to which a mutation may grow an array or a string; 0 means 64
   *     KiB, or as much as the largest argument of any input that there is
   * @param dictionary words that mutations insert
   */
  public record Mutation(int maxLength, Dictionary dictionary) {
    /** No limit of length of the user's, and no words. */
    public static final Mutation DEFAULT = new Mutation(0, Dictionary.EMPTY);
  }

  /**
   * Whether the same seed has to give the same inputs: then no decision may depend on a clock, and
   * slices are counted in runs.
   */
  boolean isDeterministic() {
    return workers == 1 && limits.executions() > 0;
  }
}
