package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Counted;
import io.github.mavenfuzz.coverage.Guidance;
import io.github.mavenfuzz.slot.MutableInput;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetRunnerTest {
  @TempDir Path directory;
  private WorkerFixture fixture;
  private Thread.UncaughtExceptionHandler before;

  @BeforeEach
  void prepare() throws Exception {
    fixture = WorkerFixture.of(directory);
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(fixture.threads());
  }

  @AfterEach
  void restore() throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(before);
    fixture.close();
  }

  @Test
  void aRunThatReturnsHasNotFailed() {
    assertThat(run(data -> {})).isNull();
  }

  @Test
  void whatTheTargetThrowsIsItsFailure() {
    assertThat(
            run(data -> {
                  throw new IllegalStateException("boom");
                })
                .describe()
                .message())
        .isEqualTo("boom");
  }

  @Test
  void whatAThreadOfTheTargetThrowsIsItsFailureToo() {
    RunFailure failure =
        run(
            data ->
                inThread(
                    () -> {
                      throw new IllegalStateException("on a thread");
                    }));

    assertThat(failure.describe().message()).isEqualTo("on a thread");
    assertThat(run(data -> {})).as("the next run").isNull();
  }

  @Test
  void whatTheTargetItselfThrowsCountsBeforeItsThreads() {
    RunFailure failure =
        run(
            data -> {
              inThread(
                  () -> {
                    throw new IllegalStateException("on a thread");
                  });
              throw new IllegalStateException("on its own");
            });

    assertThat(failure.describe().message()).isEqualTo("on its own");
    assertThat(run(data -> {})).isNull();
  }

  @Test
  void whatTheTargetReportsIsItsFailureThoughItCatchesIt() {
    RunFailure failure =
        run(
            data -> {
              try {
                Guidance.reportFindingFromHook(new IllegalStateException("reported"));
              } catch (Throwable swallowed) {
                throw new IllegalArgumentException("afterwards");
              }
            });

    assertThat(failure.describe().message()).isEqualTo("reported");
    assertThat(run(data -> {})).as("the next run").isNull();
  }

  @Test
  void countersHoldTheCoverageOfTheLastRunOnly() {
    run(data -> Counted.hit(1));
    run(data -> Counted.hit(2));

    fixture.parts().coverage().take();
    int length = fixture.parts().coverage().write(fixture.parts().memory());
    assertThat(fixture.bits(length)).startsWith(0, 0, 1, 0);
  }

  @Test
  void aTargetThatInterruptsItselfDoesNotDisturbTheNextRun() {
    run(data -> Thread.currentThread().interrupt());

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static void inThread(Runnable body) {
    Thread thread = new Thread(body);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private RunFailure run(Consumer<byte[]> body) {
    Counted.runs(body);
    MutableInput input = fixture.parts().newInput();
    input.load(List.of(new byte[] {1}));
    return fixture.parts().runner().run(input);
  }
}
