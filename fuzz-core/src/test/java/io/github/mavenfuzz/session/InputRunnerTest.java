package io.github.mavenfuzz.session;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.targets.Deadly;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.PrivateDirectory;
import io.github.mavenfuzz.session.InputRunner.Outcome;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Single inputs in real worker JVMs. */
@Timeout(value = 2, unit = MINUTES)
class InputRunnerTest {
  private static final CorpusEntry PLAIN = CorpusEntry.inMemory(new byte[1]);
  private static final CorpusEntry RARE = CorpusEntry.inMemory(new byte[] {7, 7});

  @TempDir Path directory;

  @Test
  void noInputIsBlamedForTheRunsBeforeIt() throws Exception {
    try (InputRunner runner = runner("failsFromTheHundredthRunOn")) {
      for (int run = 1; run < 100; run++) {
        assertThat(runner.run(PLAIN).note()).isNull();
      }

      Outcome hundredth = runner.run(PLAIN);

      assertThat(hundredth.failure()).isNull();
      assertThat(hundredth.note())
          .isEqualTo("It failed after others had run, but not in a JVM of its own.");
    }
  }

  @Test
  void whatFailsByItselfFailsAfterOthersToo() throws Exception {
    try (InputRunner runner = runner("exits")) {
      assertThat(runner.run(PLAIN).failure()).isNull();

      assertThat(runner.run(RARE).failure().kind()).isEqualTo(FailureKind.EXIT);
      assertThat(runner.run(PLAIN).failure()).isNull();
    }
  }

  @Test
  void whatFailsOnlyWithProbesFailsAfterOthersToo() throws Exception {
    try (InputRunner runner = runner("failsWithProbesOnly")) {
      assertThat(runner.run(PLAIN).failure()).isNull();

      Outcome outcome = runner.run(RARE);

      assertThat(outcome.failure().exception()).isEqualTo("java.lang.IllegalStateException");
      assertThat(outcome.note()).isNull();
    }
  }

  @Test
  void oneThatCannotBePreparedLeavesNothingBehind() throws Exception {
    FuzzTarget target = TestRuns.target(Deadly.class, "exits", LeafKind.BYTES);
    WorkerSetup setup = new TestRuns(directory).setup();
    PrivateDirectory files = new PrivateDirectory();
    Files.createDirectories(files.file("boot.jar").resolve("not empty"));

    assertThatExceptionOfType(FuzzException.class)
        .isThrownBy(() -> new InputRunner(target, setup, files))
        .withMessageStartingWith("No worker can be prepared: ");

    assertThat(files.path()).doesNotExist();
  }

  private InputRunner runner(String method) throws Exception {
    return new InputRunner(
        TestRuns.target(Deadly.class, method, LeafKind.BYTES), new TestRuns(directory).setup());
  }
}
