package io.github.mavenfuzz.report;

import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.failure.Severity;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.KeptInput;
import io.github.mavenfuzz.finding.Suspect;
import io.github.mavenfuzz.finding.Variant;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Results of runs for tests. */
final class Results {
  static final String CLASS = "com.example.ParserFuzz";
  static final String TRACE =
      "java.lang.IllegalStateException: bad\n"
          + "\tat java.base/java.util.Objects.check(Objects.java:1)\n"
          + "\tat com.example.Parser.parse(Parser.java:2)\n";

  private Results() {}

  /** A text with everything that a report may trip over. */
  static String hostileText() {
    StringBuilder text = new StringBuilder("]]> <b>&amp; \" ' \u001b[31mred\u009b0m \uD83D\uDE00");
    for (char c = 0; c < 0xA0; c++) {
      text.append(c);
    }
    return text.append("\uD83D \uDE00 \uFFFE\uFFFF \u202E \u2028 \\ a\r\nb").toString();
  }

  static RunStatistics statistics(long millis, long runs) {
    return new RunStatistics(
        Duration.ofMillis(millis), runs, 0, 2, 412, 900, 1000, 57, 4096, 12, 1, 3, 0);
  }

  static FuzzTarget target(String className, String method) {
    return new FuzzTarget(className, method, InputShape.of(LeafKind.BYTES));
  }

  static Failure failure(String message, String stackTrace) {
    return new Failure(
        Failures.signature("java.lang.IllegalStateException at com.example.Parser.parse"),
        "java.lang.IllegalStateException",
        message,
        stackTrace);
  }

  static Failure severe(Severity severity) {
    Failure f = failure("bad", TRACE);
    return new Failure(f.signature(), f.exception(), f.message(), f.stackTrace(), severity);
  }

  /**
   * @param name of the method of the parser that is to blame, and of the crasher
   */
  static Finding finding(String name, Failure failure, String output) {
    Failure ofMethod =
        new Failure(
            Failures.signature("java.lang.IllegalStateException at com.example.Parser." + name),
            failure.exception(),
            failure.message(),
            failure.stackTrace(),
            failure.severity());
    Path crasher = Path.of("/project/src/test/resources/fuzz/crash-" + name);
    return new Finding(
        target(CLASS, "parses"),
        ofMethod,
        new KeptInput(new byte[] {1, 2, 3}, crasher, false),
        true,
        Evidence.ofOutput(output));
  }

  static Finding finding(String name) {
    return finding(name, failure("bad", TRACE), "");
  }

  /** With other ways to its cause, of which the last has no file. */
  static Finding withVariants(String name, String... callers) {
    String cause = finding(name).failure().signature().cause().toString();
    List<Variant> variants = new ArrayList<>();
    for (String caller : callers) {
      boolean isLast = variants.size() == callers.length - 1;
      Path file = isLast ? null : Path.of("/project/target/fuzz/variants/" + caller);
      variants.add(
          new Variant(
              Failures.signature(cause + " < " + caller),
              new KeptInput(new byte[variants.size()], file, false)));
    }
    return finding(name).with(variants);
  }

  /** The same cause in another target. */
  static TargetResult alsoFailed(String method, Finding finding) {
    FuzzTarget target = target(CLASS, method);
    Finding other =
        new Finding(target, finding.failure(), finding.kept(), true, finding.evidence());
    return new TargetResult(
        target.name(), statistics(1000, 1), List.of(other), List.of(), null, null);
  }

  static Finding flaky(String name) {
    Finding f = finding(name);
    return new Finding(f.target(), f.failure(), f.kept(), false, Evidence.ofOutput("flaky output"));
  }

  static Finding crashed(String name) {
    Finding f = finding(name);
    Evidence evidence = new Evidence("", Path.of("/project/target/fuzz/hs_err_" + name + ".log"));
    return new Finding(f.target(), f.failure(), f.kept(), true, evidence);
  }

  static Finding known(String name) {
    Finding f = finding(name);
    KeptInput seed = new KeptInput(f.input(), f.crasher(), true);
    return new Finding(f.target(), f.failure(), seed, true, Evidence.NONE);
  }

  static TargetResult passed(String className, String method) {
    return new TargetResult(
        target(className, method).name(),
        statistics(12_000, 1_200_000),
        List.of(),
        List.of(),
        null,
        null);
  }

  static TargetResult failed(Finding... findings) {
    return new TargetResult(
        target(CLASS, "parses").name(),
        statistics(12_000, 1_234_567),
        List.of(findings),
        List.of(),
        null,
        null);
  }

  static TargetResult broken(String error, Finding... findings) {
    return new TargetResult(
        target(CLASS, "parses").name(),
        statistics(0, 0),
        List.of(findings),
        List.of(),
        error,
        null);
  }

  static TargetResult withSuspect(String file, String reason) {
    return new TargetResult(
        target(CLASS, "parses").name(),
        statistics(12_000, 10),
        List.of(),
        List.of(new Suspect(Path.of(file), reason)),
        null,
        null);
  }

  static TargetResult skipped(String reason) {
    return new TargetResult(
        target(CLASS, "parses").name(), statistics(0, 0), List.of(), List.of(), null, reason);
  }
}
