package io.github.mavenfuzz.target;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.TargetName;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a look through class files came to. Whatever is wrong with one class or method hides no
 * target of another.
 *
 * @param targets by class name, those of one class in the order of declaration
 * @param unusable methods that are marked as targets and cannot be any, by class name
 * @param warnings what is in doubt or has no effect: files that are no class files or are not where
 *     their name says, methods that are almost targets, annotations that the fuzzer does not know
 */
public record TargetScan(
    List<FuzzTarget> targets, List<UnusableTarget> unusable, List<ScanWarning> warnings) {
  public TargetScan {
    targets = List.copyOf(targets);
    unusable = List.copyOf(unusable);
    warnings = List.copyOf(warnings);
  }

  /** The names of all targets, whether they can be run or not. */
  public List<TargetName> names() {
    return Stream.concat(
            targets.stream().map(FuzzTarget::name), unusable.stream().map(UnusableTarget::name))
        .toList();
  }

  /** The part of this that a user has asked for. */
  public TargetScan select(TargetSelector selector) {
    return new TargetScan(
        targets.stream().filter(t -> selector.matches(t.name())).toList(),
        unusable.stream().filter(t -> selector.matches(t.name())).toList(),
        warnings.stream().filter(w -> selector.mayMatch(w.className())).toList());
  }

  /** Whether there is no target at all, not even one that cannot be run. */
  public boolean isEmpty() {
    return targets.isEmpty() && unusable.isEmpty();
  }
}
