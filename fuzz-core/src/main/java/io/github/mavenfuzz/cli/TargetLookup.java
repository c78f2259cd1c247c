package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.target.ClassNames;
import io.github.mavenfuzz.target.EditDistance;
import io.github.mavenfuzz.target.TargetFinder;
import io.github.mavenfuzz.target.TargetScan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the target that a command line names, without loading its class. */
final class TargetLookup {
  private static final String CLASSIC = "fuzzerTestOneInput";
  private static final int MOST_SUGGESTIONS = 3;

  private final List<Path> classPath;
  private final String className;

  TargetLookup(List<Path> classPath, String className) {
    this.classPath = classPath;
    this.className = className;
  }

  /**
   * @param methodName null for the method that every OSS-Fuzz target has, or else the only one
   * @throws UsageException when there is no such target, or it is none
   */
  FuzzTarget find(String methodName) throws UsageException {
    TargetScan scan = scan();
    List<FuzzTarget> targets = scan.targets();
    String wanted = methodName == null ? CLASSIC : methodName;
    for (FuzzTarget target : targets) {
      if (target.methodName().equals(wanted)) {
        return target;
      }
    }
    if (methodName == null && targets.size() == 1) {
      return targets.get(0);
    }
    throw new UsageException(problem(scan, methodName));
  }

  private TargetScan scan() throws UsageException {
    if (!ClassNames.on(classPath).contains(className)) {
      throw new UsageException(
          "--target_class: there is no class " + className + " in --cp" + suggestions());
    }
    List<Path> directories = classPath.stream().filter(Files::isDirectory).toList();
    TargetScan scan = TargetFinder.scan(directories);
    return new TargetScan(
        scan.targets().stream().filter(t -> t.className().equals(className)).toList(),
        scan.problems().stream().filter(p -> p.contains(className)).toList());
  }

  private String suggestions() {
    String nearest =
        ClassNames.on(classPath).stream()
            .filter(name -> EditDistance.between(name, className) <= className.length() / 2)
            .sorted(Comparator.comparingInt(name -> EditDistance.between(name, className)))
            .limit(MOST_SUGGESTIONS)
            .collect(Collectors.joining(", "));
    return nearest.isEmpty() ? "." : "; did you mean " + nearest + "?";
  }

  private String problem(TargetScan scan, String methodName) {
    if (!scan.problems().isEmpty()) {
      return String.join("\n", scan.problems()) + ".";
    }
    if (scan.targets().isEmpty()) {
      return className
          + " has no target method: neither a static "
          + CLASSIC
          + " nor a method annotated with @FuzzTest.";
    }
    String names =
        scan.targets().stream().map(FuzzTarget::methodName).collect(Collectors.joining(", "));
    return methodName == null
        ? className + " has several targets; name one with --target_method: " + names + "."
        : className + " has no target method " + methodName + ", only " + names + ".";
  }
}
