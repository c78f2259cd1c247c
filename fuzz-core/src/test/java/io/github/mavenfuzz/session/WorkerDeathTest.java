package io.github.mavenfuzz.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.failure.CrashLog;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.process.ExitStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerDeathTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static WorkerDeath death(HaltReason reason, boolean silent, int exitCode) {
    return new WorkerDeath(reason, silent, false, new ExitStatus(exitCode), null);
  }

  @ParameterizedTest
  @CsvSource({
    // reason, silent, exit code, kind, description
    "NONE, false, 0, EXIT, exit code 0",
    "NONE, false, 1, EXIT, exit code 1",
    // The engine's own codes without its reason are the target's.
    "NONE, false, 81, EXIT, exit code 81",
    "NONE, false, 82, EXIT, exit code 82",
    "NONE, false, 83, EXIT, exit code 83",
    "NONE, false, 84, EXIT, exit code 84",
    "NONE, false, 128, EXIT, exit code 128",
    "NONE, false, 192, EXIT, exit code 192",
    "NONE, false, 255, EXIT, exit code 255",
    "NONE, false, 132, SIGNAL, SIGILL",
    "NONE, false, 133, SIGNAL, SIGTRAP",
    "NONE, false, 134, SIGNAL, SIGABRT",
    "NONE, false, 135, SIGNAL, SIGBUS",
    "NONE, false, 136, SIGNAL, SIGFPE",
    "NONE, false, 139, SIGNAL, SIGSEGV",
    "NONE, false, 141, SIGNAL, SIGPIPE",
    "NONE, false, 159, SIGNAL, SIGSYS",
    // Whatever it was that ended it then, we did.
    "NONE, true, 0, HANG, no return within 10 s",
    "NONE, true, 137, HANG, no return within 10 s",
    "NONE, true, 143, HANG, no return within 10 s",
    "STOPPED, true, 84, HANG, no return within 10 s",
    "DEADLINE, true, 137, HANG, no return within 10 s",
    "DEADLINE, false, 81, HANG, no return within 10 s",
    "DEADLINE, false, 137, HANG, no return within 10 s",
    "OUT_OF_MEMORY, false, 83, OUT_OF_MEMORY, java.lang.OutOfMemoryError",
    "OUT_OF_MEMORY, true, 137, OUT_OF_MEMORY, java.lang.OutOfMemoryError",
  })
  void isAFailureOfTheInput(
      HaltReason reason, boolean silent, int exitCode, FailureKind kind, String description) {
    WorkerDeath death = death(reason, silent, exitCode);

    assertThat(death.isInternal()).isFalse();
    assertThat(death.suspectReason()).isNull();
    Failure failure = death.failure(TIMEOUT);
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.exception()).isEqualTo(description);
  }

  @ParameterizedTest
  @CsvSource({
    "129, SIGHUP",
    "130, SIGINT",
    "131, SIGQUIT",
    "137, SIGKILL",
    "138, SIGUSR1",
    "140, SIGUSR2",
    "142, SIGALRM",
    "143, SIGTERM",
    "152, SIGXCPU",
    "153, SIGXFSZ"
  })
  void comesFromOutside(int exitCode, String signal) {
    assertThat(death(HaltReason.NONE, false, exitCode).suspectReason())
        .isEqualTo("The worker JVM was ended by " + signal + " from outside while this input ran.");
  }

  /** Nobody asked for its end, so the target has broken the connection, or something outside. */
  @ParameterizedTest
  @CsvSource({"84", "0", "137"})
  void comesOfALostConnection(int exitCode) {
    assertThat(death(HaltReason.STOPPED, false, exitCode).suspectReason())
        .isEqualTo("The worker JVM lost its connection to the fuzzer while this input ran.");
  }

  /** Nobody knows which input ran. */
  @ParameterizedTest
  @CsvSource({"0", "1", "82", "135"})
  void isNobodysFaultWhenTheMemoryCannotBeRead(int exitCode) {
    WorkerDeath death = death(HaltReason.UNREADABLE, false, exitCode);

    assertThat(death.isInternal()).isFalse();
    assertThat(death.suspectReason()).startsWith("The target has overwritten the memory ");
  }

  @ParameterizedTest
  @CsvSource({"82", "137"})
  void isAFaultOfTheEngine(int exitCode) {
    WorkerDeath death = death(HaltReason.INTERNAL, false, exitCode);

    assertThat(death.isInternal()).isTrue();
    assertThat(death.suspectReason()).isNull();
  }

  /** The JVM exits with 1 where no core dump is wanted, and may take longer than a deadline. */
  @ParameterizedTest
  @CsvSource({
    "NONE, false, 134",
    "NONE, false, 1",
    "NONE, true, 137",
    "DEADLINE, false, 81",
    "STOPPED, false, 134"
  })
  void isTheCrashThatTheJvmTellsOf(HaltReason reason, boolean silent, int exitCode) {
    CrashLog crashLog = new CrashLog("SIGSEGV", null, false, List.of());
    WorkerDeath death = new WorkerDeath(reason, silent, false, new ExitStatus(exitCode), crashLog);

    assertThat(death.suspectReason()).isNull();
    assertThat(death.failure(TIMEOUT)).isEqualTo(crashLog.failure());
  }

  /** Nobody has seen a loop. */
  @ParameterizedTest
  @CsvSource({
    "true, hang of a stopped JVM, the JVM was stopped by a signal such as SIGSTOP",
    "false, hang, 'the JVM stood still as a whole, so that no stack is known'"
  })
  void saysThatTheJvmStoodStill(boolean stopped, String signature, String message) {
    Failure failure =
        new WorkerDeath(HaltReason.NONE, true, stopped, new ExitStatus(137), null).failure(TIMEOUT);

    assertThat(failure.signature()).hasToString(signature);
    assertThat(failure.message()).isEqualTo(message);
    assertThat(failure.stackTrace()).isEmpty();
  }
}
