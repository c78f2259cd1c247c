package io.github.mavenfuzz.report;

import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which targets of a build have a cause in common: a bug of what they share is found by each, and
 * counts once. Flaky findings do not count.
 */
public final class SharedCauses {
  /** The target that found it first, by the identity of the cause. */
  private final Map<String, String> targets = new HashMap<>();

  /**
   * @param results in the order in which they are shown
   */
  public SharedCauses(Collection<TargetResult> results) {
    for (TargetResult result : results) {
      result.failing().forEach(f -> targets.putIfAbsent(f.id(), result.target().id()));
    }
  }

  /** How many causes there are. */
  public int count() {
    return targets.size();
  }

  /** The first of the targets that have the cause of a finding; null when it is its own. */
  public String elsewhere(Finding finding) {
    String first = targets.get(finding.id());
    return first == null || first.equals(finding.target().id()) ? null : first;
  }
}
