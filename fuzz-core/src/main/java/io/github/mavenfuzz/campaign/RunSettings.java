package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.mutate.Dictionary;
import java.time.Duration;
import java.util.Set;

/**
 * How each target of a session is fuzzed.
 *
 * @param limits when the fuzzing of a target ends
 * @param workers worker JVMs, at least one
 * @param seed of all randomness
 * @param mutation what inputs are made of
 */
public record RunSettings(Limits limits, int workers, long seed, Mutation mutation) {

  /**
   * When the run of one target ends; the end of a limit is success.
   *
   * @param duration the time for one target
   * @param executions the calls for one target; 0 means that only the time counts
   * @param maxFindings how many findings end the run, flaky ones left out; 0 means no limit
   * @param corpusOnly end once the inputs that there are have been run; nothing is mutated
   * @param ignored the kinds of findings that do not count for that
   * @param stale how long a target may bring nothing new before its run ends; null means for ever
   */
  public record Limits(
      Duration duration,
      long executions,
      int maxFindings,
      boolean corpusOnly,
      Set<FailureKind> ignored,
      Duration stale) {

    /** All findings count, and nothing new may come for ever. */
    public Limits(Duration duration, long executions, int maxFindings, boolean corpusOnly) {
      this(duration, executions, maxFindings, corpusOnly, Set.of(), null);
    }
  }

  /**
   * What mutations make inputs of.
   *
   * @param maxLength the most bytes to which a mutation may grow an array or a string; 0 means 64
   *     KiB, or as much as the largest argument of any input that there is
   * @param dictionary words that mutations insert
   * @param traces whether a JVM of its own traces what inputs are compared with
   */
  public record Mutation(int maxLength, Dictionary dictionary, boolean traces) {
    /** No limit of length of the user's, no words; comparisons are traced. */
    public static final Mutation DEFAULT = new Mutation(0, Dictionary.EMPTY, true);
  }

  /**
   * Whether the same seed has to give the same inputs: then no decision may depend on a clock, and
   * slices are counted in runs.
   */
  public boolean isDeterministic() {
    return workers == 1 && limits.executions() > 0;
  }
}
