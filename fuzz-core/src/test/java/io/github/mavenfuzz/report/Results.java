package io.github.mavenfuzz.report;

import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Severity;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.Suspect;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import java.time.Duration;
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
        FailureKind.EXCEPTION,
        "java.lang.IllegalStateException at com.example.Parser.parse",
        "java.lang.IllegalStateException",
        message,
        stackTrace);
  }

  static Failure severe(Severity severity) {
    Failure f = failure("bad", TRACE);
    return new Failure(
        f.kind(), f.signature(), f.exception(), f.message(), f.stackTrace(), severity);
  }

  static Finding finding(String id, Failure failure, String output) {
    return new Finding(
        id,
        target(CLASS, "parses"),
        failure,
        new byte[] {1, 2, 3},
        Path.of("/project/src/test/resources/fuzz/crash-" + id),
        false,
        true,
        Evidence.ofOutput(output));
  }

  static Finding finding(String id) {
    return finding(id, failure("bad", TRACE), "");
  }

  static Finding flaky(String id) {
    Finding f = finding(id);
    return new Finding(
        id,
        f.target(),
        f.failure(),
        f.input(),
        f.crasher(),
        f.known(),
        false,
        Evidence.ofOutput("flaky output"));
  }

  static Finding crashed(String id) {
    Finding f = finding(id);
    Evidence evidence = new Evidence("", Path.of("/project/target/fuzz/hs_err_" + id + ".log"));
    return new Finding(id, f.target(), f.failure(), f.input(), f.crasher(), false, true, evidence);
  }

  static Finding known(String id) {
    Finding f = finding(id);
    return new Finding(
        id, f.target(), f.failure(), f.input(), f.crasher(), true, true, Evidence.NONE);
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
