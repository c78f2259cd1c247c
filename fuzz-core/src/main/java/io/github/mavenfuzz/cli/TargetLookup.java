package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.TargetName;
import io.github.mavenfuzz.target.NoTargetException;
import io.github.mavenfuzz.target.TargetFinder;
import io.github.mavenfuzz.target.TargetScan;
import io.github.mavenfuzz.target.UnusableTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds the target that a command line names, without loading its class. */
final class TargetLookup {
  private final List<Path> classPath;
  private final String className;
  private final Consumer<String> warnings;

  /**
   * @param warnings hears a sentence about whatever has no effect on the class's targets
   */
  TargetLookup(List<Path> classPath, String className, Consumer<String> warnings) {
    this.classPath = classPath;
    this.className = className;
    this.warnings = warnings;
  }

  /**
   * @param methodName null for the method that every OSS-Fuzz target has, or else the only one
   * @throws UsageException when there is no such target, or it is none
   */
  FuzzTarget find(String methodName) throws UsageException {
    TargetScan scan = scan();
    scan.warnings().forEach(warning -> warnings.accept(warning.sentence()));
    List<FuzzTarget> targets = scan.targets();
    String wanted = methodName == null ? FuzzTarget.JAZZERS_METHOD : methodName;
    for (FuzzTarget target : targets) {
      if (target.methodName().equals(wanted)) {
        return target;
      }
    }
    for (UnusableTarget target : scan.unusable()) {
      if (target.name().methodName().equals(wanted)) {
        throw new UsageException(target.explanation());
      }
    }
    if (methodName == null && targets.size() == 1) {
      scan.unusable().forEach(target -> target.reasons().forEach(warnings));
      return targets.get(0);
    }
    throw new UsageException(problem(scan, methodName));
  }

  private TargetScan scan() throws UsageException {
    try {
      return TargetFinder.scanClass(classPath, className);
    } catch (NoTargetException e) {
      throw new UsageException(e.getMessage() + '.');
    }
  }

  private String problem(TargetScan scan, String methodName) {
    if (methodName == null && scan.targets().isEmpty()) {
      return scan.unusable().stream()
          .map(UnusableTarget::explanation)
          .collect(Collectors.joining("\n"));
    }
    String names =
        scan.names().stream().map(TargetName::methodName).collect(Collectors.joining(", "));
    return methodName == null
        ? className + " has several targets; name one with --target_method: " + names + "."
        : className + " has no target method " + methodName + ", only " + names + ".";
  }
}
