package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Counted;
import io.github.mavenfuzz.boot.StackTraces;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.slot.MutableInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a quick run does, told by a target that looks whether stack traces are omitted. */
class CountedRunsTest {
  private static final long NO_LIMIT = Long.MAX_VALUE;

  @TempDir Path directory;
  private final List<Boolean> omitted = new ArrayList<>();
  private Thread.UncaughtExceptionHandler before;
  private WorkerFixture fixture;
  private SharedMemory memory;
  private CountedRuns runs;
  private MutableInput input;

  @BeforeEach
  void prepare() throws Exception {
    before = Thread.getDefaultUncaughtExceptionHandler();
    fixture = WorkerFixture.ofQuickRuns(directory, WorkerFixture.NO_TIMEOUT);
    memory = fixture.coordinator();
    memory.setCount(0);
    runs = fixture.parts().runs();
    runs.beginCall(false);
    input = fixture.parts().newInput();
    input.load(List.of(new byte[] {1}));
  }

  @AfterEach
  void close() throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(before);
    fixture.close();
  }

  @Test
  void aQuickRunThatPassesIsTheOnlyOne() {
    target(number -> {});

    assertThat(runs.runQuickly(input, 3, NO_LIMIT)).isNull();

    assertThat(omitted).containsExactly(true);
    assertThat(memory.count()).isEqualTo(1);
    assertThat(memory.chain()).isEqualTo(3);
    assertThat(isOmitted()).as("afterwards").isFalse();
  }

  @Test
  void aQuickRunThatFailsIsRepeatedWithStackTracesWhichIsWhatCounts() {
    target(
        number -> {
          throw new IllegalStateException("run " + number);
        });

    RunFailure failure = runs.runQuickly(input, 3, NO_LIMIT);

    assertThat(failure.describe().message()).isEqualTo("run 2");
    assertThat(omitted).containsExactly(true, false);
    assertThat(memory.count()).isEqualTo(2);
  }

  @Test
  void aFailureThatDoesNotRepeatIsToldAllTheSameAndIsTheLastSuch() {
    target(
        number -> {
          if (number == 1) {
            throw new IllegalStateException("once");
          }
        });

    RunFailure failure = runs.runQuickly(input, 0, NO_LIMIT);
    runs.runQuickly(input, 0, NO_LIMIT);

    assertThat(failure.describe().message()).isEqualTo("once");
    assertThat(omitted).containsExactly(true, false, false);
  }

  @Test
  void whatWasDoneWithoutAStackThatTheTargetLooksAtDoesNotCount() {
    target(
        number -> {
          StackTraces.SWITCHES[StackTraces.MISSED] |= isOmitted();
          if (number == 1) {
            throw new ArrayIndexOutOfBoundsException("no caller");
          }
        });

    assertThat(runs.runQuickly(input, 0, NO_LIMIT)).isNull();
    assertThat(runs.runQuickly(input, 0, NO_LIMIT)).isNull();

    assertThat(omitted).as("no quick runs any more").containsExactly(true, false, false);
    assertThat(memory.count()).isEqualTo(3);
  }

  @Test
  void aTargetThatMakesThreadsHasNoQuickRunsAnyMore() {
    target(number -> makesAThread());

    runs.runQuickly(input, 0, NO_LIMIT);
    runs.runQuickly(input, 0, NO_LIMIT);

    assertThat(omitted).containsExactly(true, false, false);
  }

  @Test
  void aFailureBesideThreadsThatDoesNotRepeatIsToldAllTheSame() {
    target(
        number -> {
          if (number == 1) {
            makesAThread();
            throw new IllegalStateException("once");
          }
        });

    assertThat(runs.runQuickly(input, 0, NO_LIMIT).describe().message()).isEqualTo("once");

    assertThat(omitted).containsExactly(true, false);
  }

  @Test
  void aHangIsNotRunAgainWhateverElseTheRunHasDone() throws Exception {
    fixture.close();
    fixture = WorkerFixture.ofQuickRuns(directory, Duration.ofMillis(50));
    runs = fixture.parts().runs();
    runs.beginCall(false);
    target(
        number -> {
          StackTraces.SWITCHES[StackTraces.MISSED] = true;
          makesAThread();
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
        });

    assertThat(runs.runQuickly(input, 0, NO_LIMIT)).isInstanceOf(RunFailure.Hang.class);

    assertThat(omitted).containsExactly(true);
  }

  @Test
  void theLastRunOfALimitHasStackTracesSinceThereIsNoOtherAfterIt() {
    target(
        number -> {
          throw new IllegalStateException();
        });

    assertThat(runs.runQuickly(input, 0, 1)).isInstanceOf(RunFailure.Thrown.class);

    assertThat(omitted).containsExactly(false);
    assertThat(memory.count()).isEqualTo(1);
  }

  @Test
  void aTargetThatFailsAllTheTimeHasNoQuickRunsUntilTheNextCall() {
    target(
        number -> {
          throw new IllegalStateException();
        });
    int calls = 100;
    for (int i = 0; i < calls; i++) {
      assertThat(runs.runQuickly(input, 0, NO_LIMIT)).isInstanceOf(RunFailure.Thrown.class);
    }
    long afterCalls = memory.count();

    runs.beginCall(false);
    runs.runQuickly(input, 0, NO_LIMIT);

    assertThat(afterCalls).isBetween(calls + 1L, calls + calls / 2L);
    assertThat(memory.count()).isEqualTo(afterCalls + 2);
  }

  /** The numbers of the runs begin with 1. */
  private void target(Consumer<Integer> body) {
    Counted.runs(
        data -> {
          omitted.add(isOmitted());
          body.accept(omitted.size());
        });
  }

  private static void makesAThread() {
    Thread thread = new Thread(() -> {});
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOmitted() {
    return StackTraces.SWITCHES[StackTraces.OMITTED];
  }
}
