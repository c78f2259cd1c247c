package io.github.mavenfuzz.worker;

import static java.io.OutputStream.nullOutputStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.failure.OddThrowables;
import com.example.targets.Counted;
import io.github.mavenfuzz.boot.Guidance;
import io.github.mavenfuzz.boot.StackTraces;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.slot.MutableInput;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetRunnerTest {
  @TempDir Path directory;
  private WorkerFixture fixture;
  private Thread.UncaughtExceptionHandler before;

  @BeforeEach
  void prepare() throws Exception {
    before = Thread.getDefaultUncaughtExceptionHandler();
    fixture = WorkerFixture.of(directory);
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
  void stackTracesAreKeptAgainWhateverBecomesOfARunWithout() {
    TargetRunner runner =
        new TargetRunner(
            null, // so that the engine itself fails, as it does when the heap is full
            fixture.parts().coverage(),
            fixture.parts().watchdog(),
            fixture.threads(),
            WorkerFixture.NO_TIMEOUT);

    assertThatThrownBy(() -> runner.runWithoutStackTraces(fixture.parts().newInput()))
        .isInstanceOf(NullPointerException.class);

    assertThat(StackTraces.SWITCHES[StackTraces.OMITTED]).isFalse();
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

  static Stream<Arguments> meddlings() {
    return Stream.of(
        arguments("no output", (Runnable) () -> System.setOut(null)),
        arguments("no errors", (Runnable) () -> System.setErr(null)),
        arguments("no input", (Runnable) () -> System.setIn(null)),
        arguments(
            "own output", (Runnable) () -> System.setOut(new PrintStream(nullOutputStream()))),
        arguments(
            "a handler",
            (Runnable) () -> Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {})),
        arguments("no handler", (Runnable) () -> Thread.setDefaultUncaughtExceptionHandler(null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("meddlings")
  void whatARunReplacesIsPutBack(String name, Runnable meddling) {
    List<Object> state = sharedState();

    run(data -> meddling.run());

    assertThat(sharedState()).usingElementComparator(identity()).isEqualTo(state);
  }

  private static Comparator<Object> identity() {
    return (one, other) -> one == other ? 0 : 1;
  }

  private static List<Object> sharedState() {
    return Arrays.asList(
        System.out, System.err, System.in, Thread.getDefaultUncaughtExceptionHandler());
  }

  @ParameterizedTest
  @EnumSource
  void whateverIsThrownIsDescribedAndTheSameEveryTime(OddThrowables.Kind kind) {
    RunFailure failure = run(kind.thrower());

    Failure description = failure.describe();
    assertThat(description.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(description.signature()).isEqualTo(failure.signature());
    assertThat(run(kind.thrower()).signature()).isEqualTo(failure.signature());
    assertThat(failure.isPoison()).isFalse();
    assertThat(run(data -> {})).as("the next run").isNull();
  }

  @ParameterizedTest
  @EnumSource
  void soIsWhateverIsThrownOnAThread(OddThrowables.Kind kind) {
    RunFailure failure = run(data -> inThread(() -> kind.thrower().accept(data)));

    assertThat(failure.describe().kind()).isEqualTo(FailureKind.EXCEPTION);
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
    return fixture.parts().runs().run(input, 0);
  }
}
