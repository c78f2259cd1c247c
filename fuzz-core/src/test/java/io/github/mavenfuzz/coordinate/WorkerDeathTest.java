package io.github.mavenfuzz.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.failure.CrashLog;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerDeathTest {

  @ParameterizedTest
  @CsvSource({
    // reason, silent, exit code, kind, description
    "NONE, false, 0, EXIT, exit code 0",
    "NONE, false, 1, EXIT, exit code 1",
    "NONE, false, 81, EXIT, exit code 81",
    "NONE, false, 82, EXIT, exit code 82",
    "NONE, false, 128, EXIT, exit code 128",
    "NONE, false, 255, EXIT, exit code 255",
    "NONE, false, 134, SIGNAL, SIGABRT",
    "NONE, false, 139, SIGNAL, SIGSEGV",
    "NONE, false, 192, SIGNAL, signal 64",
    "NONE, false, 193, EXIT, exit code 193",
    "NONE, true, 137, HANG, no return within 10 s",
    "NONE, true, 143, HANG, no return within 10 s",
    "DEADLINE, false, 81, HANG, no return within 10 s",
    "DEADLINE, false, 137, HANG, no return within 10 s",
    "OUT_OF_MEMORY, false, 83, OUT_OF_MEMORY, java.lang.OutOfMemoryError",
  })
  void isAFailureOfTheInput(
      HaltReason reason, boolean silent, int exitCode, FailureKind kind, String description) {
    WorkerDeath death = new WorkerDeath(reason, silent, exitCode, null);

    assertThat(death.isInternal()).isFalse();
    assertThat(death.suspectReason()).isNull();
    Failure failure = death.failure(Duration.ofSeconds(10));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.exception()).isEqualTo(description);
  }

  @ParameterizedTest
  @CsvSource({"129, SIGHUP", "130, SIGINT", "137, SIGKILL", "143, SIGTERM"})
  void comesFromOutside(int exitCode, String signal) {
    WorkerDeath death = new WorkerDeath(HaltReason.NONE, false, exitCode, null);

    assertThat(death.suspectReason())
        .isEqualTo("The worker JVM was ended by " + signal + " from outside while this input ran.");
  }

  @ParameterizedTest
  @CsvSource({"82", "137"})
  void isAFaultOfTheEngine(int exitCode) {
    WorkerDeath death = new WorkerDeath(HaltReason.INTERNAL, false, exitCode, null);

    assertThat(death.isInternal()).isTrue();
    assertThat(death.suspectReason()).isNull();
  }

  /** The JVM exits with 1 where no core dump is wanted, and may take longer than a deadline. */
  @ParameterizedTest
  @CsvSource({"NONE, false, 134", "NONE, false, 1", "NONE, true, 137", "DEADLINE, false, 81"})
  void isTheCrashThatTheJvmTellsOf(HaltReason reason, boolean silent, int exitCode) {
    CrashLog crashLog = new CrashLog("SIGSEGV", null, false, List.of());
    WorkerDeath death = new WorkerDeath(reason, silent, exitCode, crashLog);

    assertThat(death.suspectReason()).isNull();
    assertThat(death.failure(Duration.ofSeconds(10))).isEqualTo(crashLog.failure());
  }
}
