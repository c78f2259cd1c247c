package io.github.mavenfuzz.target;

import io.github.mavenfuzz.input.TargetName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method that says it is a target, and cannot be run as one.
 *
 * @param reasons sentences without their ends, at least one; they name the target and say what to
 *     do
 */
public record UnusableTarget(TargetName name, List<String> reasons) {
  public UnusableTarget {
    reasons = List.copyOf(reasons);
  }

  public String id() {
    return name.id();
  }

  /** The sentences with their ends, each on a line of its own. */
  public String explanation() {
    return reasons.stream().map(reason -> reason + '.').collect(Collectors.joining("\n"));
  }
}
