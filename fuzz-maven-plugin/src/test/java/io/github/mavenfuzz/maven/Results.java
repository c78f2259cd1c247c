package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.failure.Cause;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Place;
import io.github.mavenfuzz.failure.Signature;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.KeptInput;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Targets and results of runs for tests. */
final class Results {
  private Results() {}

  static FuzzTarget target(String method) {
    return new FuzzTarget("com.example.SomeFuzzTest", method, InputShape.of(LeafKind.BYTES));
  }

  static TargetResult of(String method, String error, Finding... findings) {
    RunStatistics statistics =
        new RunStatistics(
            Duration.ofSeconds(1), 1000, 0, 1, 10, 20, 25, 5, 99, 2, findings.length, 0, 0);
    return new TargetResult(
        target(method).name(), statistics, List.of(findings), List.of(), error, null);
  }

  static TargetResult skipped(String method, String reason) {
    TargetResult ran = of(method, null);
    return new TargetResult(ran.target(), ran.statistics(), List.of(), List.of(), null, reason);
  }

  static Finding finding(boolean reproduced) {
    Failure failure =
        new Failure(
            new Signature(
                new Cause(
                    FailureKind.EXCEPTION,
                    "java.lang.IllegalStateException",
                    List.of(new Place("com.example.Parser", "parse", 3)))),
            "java.lang.IllegalStateException",
            "bad",
            "java.lang.IllegalStateException: bad");
    return new Finding(
        target("fails"),
        failure,
        new KeptInput(new byte[] {1}, Path.of("crash-1").toAbsolutePath(), false),
        reproduced,
        Evidence.NONE);
  }
}
