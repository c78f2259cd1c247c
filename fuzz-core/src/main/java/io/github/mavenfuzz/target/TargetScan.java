package io.github.mavenfuzz.target;

import io.github.mavenfuzz.input.FuzzTarget;
import java.util.List;

/**
 * What a look through class files came to.
 *
 * @param targets by class name, those of one class in the order of declaration
 * @param problems a sentence for each method that is marked as a target and cannot be one, and for
 *     each file that cannot be read; they hide no other target
 * @param warnings a sentence for each annotation of a target that says something about its values
 *     and that the fuzzer does not know, for each class file with targets that is not where its
 *     name says, and for targets that are one on some file systems
 */
public record TargetScan(List<FuzzTarget> targets, List<String> problems, List<String> warnings) {
  public TargetScan {
    targets = List.copyOf(targets);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }
}
