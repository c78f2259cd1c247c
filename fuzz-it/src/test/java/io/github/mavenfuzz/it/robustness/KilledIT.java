package io.github.mavenfuzz.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.Harmless;
import com.example.hostile.Ordinary;
import io.github.mavenfuzz.it.robustness.Observation.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Somebody kills processes of the fuzzer at random moments: nothing is lost, nothing remains. */
@ExtendWith(ResultTable.Provider.class)
@Execution(ExecutionMode.CONCURRENT)
class KilledIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Test
  void commandLine(ResultTable table) throws Exception {
    String row = "kill-command-line";
    table.run(
        row,
        "no process; the next run goes on from the corpus",
        () -> {
          Random random = Chaos.random(row);
          try (Sandbox sandbox = Sandbox.create()) {
            CommandLine command = CommandLine.of(sandbox, Ordinary.class).with("corpus");
            for (int i = 0; i < Chaos.TIMES; i++) {
              kill(command.with("-max_total_time=60").start(), random.nextInt(3500));
              ContentNames.check(sandbox.corpus(), "SHA-1");
            }
            List<?> before = MavenProject.entries(sandbox.corpus());
            Observation next = command.with("-max_total_time=3").start().await(PATIENCE);

            assertThat(next.output()).doesNotContain("WARNING");
            assertThat(next.findings())
                .extracting(Observation.Found::kind)
                .containsOnly(Kind.EXCEPTION);
            assertThat(next.findings()).hasSize(1);
            assertThat(next.output()).contains(before.size() + " files found in");
            assertThat(Sandbox.files(sandbox.artifacts(), "crash-")).isNotEmpty();
            return before.size() + " entries kept";
          }
        });
  }

  @Test
  void maven(ResultTable table) throws Exception {
    String row = "kill-maven";
    table.run(
        row,
        "no process; the next build goes on from the corpus",
        () -> {
          Random random = Chaos.random(row);
          try (Sandbox sandbox = Sandbox.create()) {
            MavenProject project = MavenProject.create(sandbox, "project", Ordinary.class);
            for (int i = 0; i < Chaos.TIMES; i++) {
              kill(project.fuzz("-Dfuzz.duration=60s"), 1000 + random.nextInt(5000));
              ContentNames.check(project.corpus(), "SHA-256");
            }
            boolean known = !project.crashers().isEmpty();
            Observation next = project.fuzz("-Dfuzz.duration=3s").await(PATIENCE);

            assertThat(next.output()).contains("BUILD FAILURE").doesNotContain("[WARNING]");
            assertThat(project.crashers()).isNotEmpty();
            return MavenProject.entries(project.corpus()).size() + " entries, known " + known;
          }
        });
  }

  private static void kill(Running running, int afterMillis)
      throws IOException, InterruptedException {
    Thread.sleep(afterMillis); // a random moment is what is wanted
    running.process().destroyForcibly().waitFor();
    assertThat(Leftovers.await(running.sandbox().token()))
        .as("processes that are left 2 s after the end of\n%s", running.output())
        .isEmpty();
  }

  @Test
  void workers(ResultTable table) throws Exception {
    String row = "kill-workers";
    int kills = 2 * Chaos.TIMES;
    table.run(
        row,
        kills + " kills: no finding, the count of runs is right",
        () -> {
          Random random = Chaos.random(row);
          try (Sandbox sandbox = Sandbox.create()) {
            Running running =
                CommandLine.of(sandbox, Harmless.class)
                    .with("corpus", "-max_total_time=" + (2 * kills + 5))
                    .start();
            for (int i = 0; i < kills; i++) {
              killWorker(sandbox, random.nextInt(900));
            }
            Observation run = running.await(Duration.ofSeconds(2L * kills).plus(PATIENCE));

            assertThat(run.findings()).isEmpty();
            assertThat(run.exitCode()).as("exit code of\n%s", run.output()).isZero();
            assertThat(Sandbox.files(sandbox.artifacts(), "crash-")).isEmpty();
            assertThat(Sandbox.files(sandbox.artifacts(), "flaky-")).isEmpty();
            assertThat(Sandbox.files(sandbox.artifacts(), "suspect-").size())
                .isLessThanOrEqualTo(kills);
            ContentNames.check(sandbox.corpus(), "SHA-1");
            assertThat(run.runs()).isBetween(sandbox.runs() - kills, sandbox.runs() + kills);
            return "runs %d/%d".formatted(run.runs(), sandbox.runs());
          }
        });
  }

  /** Waits for a worker JVM first. */
  static void killWorker(Sandbox sandbox, int afterMillis) throws InterruptedException {
    boolean there = Wait.until(PATIENCE, () -> !Leftovers.workers(sandbox.token()).isEmpty());
    assertThat(there).as("a worker JVM is there").isTrue();
    Thread.sleep(afterMillis); // a random moment is what is wanted
    for (ProcessHandle worker : Leftovers.workers(sandbox.token())) {
      worker.destroyForcibly();
      worker.onExit().join();
    }
  }
}
