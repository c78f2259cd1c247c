package io.github.mavenfuzz.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.Harmless;
import com.example.hostile.Ordinary;
import io.github.mavenfuzz.it.Wait;
import io.github.mavenfuzz.it.robustness.Observation.Kind;
import java.io.IOException;
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
  /** The exit code of a command line that SIGTERM ends. */
  private static final int TERMINATED = 72;

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
              kill(command.start(), random);
              ContentNames.check(sandbox.corpus(), "SHA-1");
            }
            List<?> before = MavenProject.entries(sandbox.corpus());
            Observation next = command.with("-runs=500000").start().await();

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
              kill(project.fuzz(), random);
              ContentNames.check(project.corpus(), "SHA-256");
            }
            boolean known = !project.crashers().isEmpty();
            Observation next = project.fuzz("-Dfuzz.executions=500000").await();

            assertThat(next.output()).contains("BUILD FAILURE").doesNotContain("[WARNING]");
            assertThat(project.crashers()).isNotEmpty();
            return MavenProject.entries(project.corpus()).size() + " entries, known " + known;
          }
        });
  }

  /** Every second time it has begun to fuzz before. */
  private static void kill(Running running, Random random)
      throws IOException, InterruptedException {
    long before = running.sandbox().runs();
    if (random.nextBoolean()) {
      Wait.until(Running.PATIENCE, () -> running.sandbox().runs() > before);
    }
    Thread.sleep(random.nextInt(2500)); // a random moment is what is wanted
    running.process().destroyForcibly().waitFor();
    assertThat(Leftovers.await(running.sandbox().token()))
        .as("processes that are left after the end of\n%s", running.output())
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
            Running running = CommandLine.of(sandbox, Harmless.class).with("corpus").start();
            for (int i = 0; i < kills; i++) {
              killWorker(running, random);
            }
            running.process().destroy();
            Observation run = running.await();

            assertThat(run.findings()).isEmpty();
            assertThat(run.exitCode()).as("exit code of\n%s", run.output()).isEqualTo(TERMINATED);
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

  /** Kills the worker JVM, most often in the middle of runs, sometimes while it starts. */
  private static void killWorker(Running running, Random random)
      throws IOException, InterruptedException {
    if (random.nextInt(4) == 0) {
      killWorker(running, random.nextInt(500));
    } else {
      killBusyWorker(running, random.nextInt(500));
    }
  }

  /** Waits for runs first, and then as long as is said. */
  static void killBusyWorker(Running running, int afterMillis)
      throws IOException, InterruptedException {
    long before = running.sandbox().runs();
    Wait.until(
        Running.PATIENCE, () -> !running.process().isAlive() || running.sandbox().runs() > before);
    killWorker(running, afterMillis);
  }

  /** Waits for a worker JVM first. */
  private static void killWorker(Running running, int afterMillis)
      throws IOException, InterruptedException {
    String token = running.sandbox().token();
    Wait.until(
        Running.PATIENCE,
        () -> !running.process().isAlive() || !Leftovers.workers(token).isEmpty());
    assertThat(running.process().isAlive()).as("the run goes on\n%s", running.output()).isTrue();
    Thread.sleep(afterMillis); // a random moment is what is wanted
    for (ProcessHandle worker : Leftovers.workers(token)) {
      worker.destroyForcibly();
      worker.onExit().join();
    }
  }
}
