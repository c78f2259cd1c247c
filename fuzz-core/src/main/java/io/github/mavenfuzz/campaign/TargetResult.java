package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.Suspect;
import io.github.mavenfuzz.input.TargetName;
import java.util.List;

/**
 * What one target's run came to.
 *
 * @param statistics at its end
 * @param findings in the order in which they were found
 * @param error a sentence that says why the target could not be run, or null when it could
 * @param skipped why JUnit would not run the target, which may be empty; null when it would
 */
public record TargetResult(
    TargetName target,
    RunStatistics statistics,
    List<Finding> findings,
    List<Suspect> suspects,
    String error,
    String skipped) {

  /**
   * That of a target that could not be run at all.
   *
   * @param workers that would have run it
   * @param error a sentence that says why
   */
  public static TargetResult broken(TargetName target, int workers, String error) {
    RunStatistics nothing = RunStatistics.nothingRun(workers);
    return new TargetResult(target, nothing, List.of(), List.of(), error, null);
  }

  /** Flaky findings are reported and do not fail a build, as flaky tests do not. */
  public List<Finding> failing() {
    return findings.stream().filter(Finding::reproduced).toList();
  }
}
