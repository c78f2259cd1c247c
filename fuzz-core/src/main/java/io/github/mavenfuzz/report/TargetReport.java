package io.github.mavenfuzz.report;

import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import java.util.function.Function;

/**
 * What a report says of one target's run.
 *
 * @param execution what tells the run from other runs of the same target in the same report; null
 *     when there is no other
 * @param reproduceCommand what a user types to see a finding again, as one line
 */
public record TargetReport(
    TargetResult result, String execution, Function<Finding, String> reproduceCommand) {

  /** The name of the run among those of its class: {@code parses}, {@code parses[nightly]}. */
  String name() {
    String method = result.target().methodName();
    return execution == null ? method : method + '[' + execution + ']';
  }
}
