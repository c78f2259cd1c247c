package io.github.mavenfuzz.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.it.robustness.Observation.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;

/**
 * A row whose run has ended.
 *
 * @param row what was run
 * @param sandbox where
 * @param observation of the process
 */
record RowRun(Row row, Sandbox sandbox, Observation observation) {
  /** Runs after the first trigger that cannot be those which confirm the failure or minimise. */
  private static final long MANY_RUNS = 500;

  /** A worker JVM that dies may have begun a run in which the target did not get to count it. */
  private static final Offset<Long> MISCOUNT = Offset.offset(100L);

  static RowRun of(Row row, Sandbox sandbox) throws IOException, InterruptedException {
    Shell.require(row.shell());
    Running running = row.commandLine(sandbox).with("corpus").start();
    return new RowRun(row, sandbox, running.await());
  }

  /** Fails unless the run was as expected and left nothing behind. */
  void check() throws Exception {
    Expectation expectation = row.expectation();
    try {
      row.expectation().check().check(this);
      assertThat(observation.exitCode()).as("exit code").isIn(expectation.exitCodes());
      if (expectation.triggers()) {
        assertThat(sandbox.firstTrigger()).as("the first run that triggered").isPositive();
      }
      if (expectation.goesOn()) {
        assertThat(sandbox.runs()).as("all runs").isGreaterThan(sandbox.firstTrigger() + MANY_RUNS);
      }
      if (observation.runs() >= 0) {
        assertThat(observation.runs())
            .as("runs it says to have made")
            .isCloseTo(sandbox.runs(), MISCOUNT);
      }
      assertThat(Leftovers.await(sandbox.token())).as("processes that are left").isEmpty();
      assertThat(Sandbox.files(sandbox.temp(), "")).as("temporary files that are left").isEmpty();
    } catch (AssertionError e) {
      throw new AssertionError(
          describe() + ": " + e.getMessage().strip() + "\n" + observation.output(), e);
    }
  }

  /** Fails unless each crasher fails in the same way when it is run again. */
  void checkReplay() throws Exception {
    List<Found> findings = observation.findings();
    if (findings.isEmpty()) {
      return;
    }
    List<String> files = findings.stream().map(Found::file).toList();
    Observation replay = row.commandLine(sandbox).with("-runs=1").with(files).start().await();
    assertThat(replay.findings().stream().map(RowRun::cause).toList())
        .as("what the crashers do when they are run again:\n%s", replay.output())
        .isEqualTo(findings.stream().map(RowRun::cause).toList());
    assertThat(Leftovers.await(sandbox.token())).as("processes that a replay left").isEmpty();
  }

  private static String cause(Found found) {
    return found.kind() + " " + found.token();
  }

  List<Path> suspects() throws IOException {
    return Sandbox.files(sandbox.artifacts(), "suspect-");
  }

  List<Path> flaky() throws IOException {
    return Sandbox.files(sandbox.artifacts(), "flaky-");
  }

  /** Says in a few words what was seen. */
  String describe() throws IOException {
    List<String> parts = new ArrayList<>();
    String findings =
        observation.findings().stream()
            .map(f -> f.kind().toString())
            .collect(Collectors.joining("+"));
    parts.add(findings.isEmpty() ? "no finding" : findings);
    if (!suspects().isEmpty()) {
      parts.add(suspects().size() + " suspects");
    }
    if (!flaky().isEmpty()) {
      parts.add(flaky().size() + " flaky");
    }
    parts.add("exit " + observation.exitCode());
    parts.add("runs %d/%d".formatted(observation.runs(), sandbox.runs()));
    parts.add("from " + sandbox.firstTrigger());
    return String.join(", ", parts);
  }
}
