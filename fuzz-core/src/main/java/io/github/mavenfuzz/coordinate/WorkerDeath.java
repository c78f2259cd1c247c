package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.failure.CrashLog;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureDescriber;
import java.time.Duration;
import java.util.Map;

/**
 * How a worker JVM died that gave no response.
 *
 * @param reason what it left in the shared memory
 * @param silent whether it still ran, did not respond in time, and was killed for that
 * @param exitCode for a process that a signal ended, 128 and the signal's number
 * @param crashLog what it told of its own crash, or null
 */
record WorkerDeath(HaltReason reason, boolean silent, int exitCode, CrashLog crashLog) {
  private static final int SIGNAL_BASE = 128;
  private static final int MAX_SIGNAL = 64;

  /** Signals that come from outside: the memory killer, a closed terminal, somebody's kill. */
  private static final Map<Integer, String> FROM_OUTSIDE =
      Map.of(1, "SIGHUP", 2, "SIGINT", 9, "SIGKILL", 15, "SIGTERM");

  /** Whether the engine is at fault. */
  boolean isInternal() {
    return reason == HaltReason.INTERNAL;
  }

  /** Why no input is to blame, as a sentence, or null when the one that ran is. */
  String suspectReason() {
    String signal = FROM_OUTSIDE.get(exitCode - SIGNAL_BASE);
    if (silent || crashLog != null || reason != HaltReason.NONE || signal == null) {
      return null;
    }
    return "The worker JVM was ended by " + signal + " from outside while this input ran.";
  }

  /** How the input that ran has failed. */
  Failure failure(Duration timeout) {
    if (crashLog != null) { // whatever the exit code: without a core dump it is 1
      return crashLog.failure();
    }
    if (silent || reason == HaltReason.DEADLINE) {
      return FailureDescriber.hang(new StackTraceElement[0], timeout);
    }
    if (reason == HaltReason.OUT_OF_MEMORY) {
      return FailureDescriber.outOfMemory();
    }
    int signal = exitCode - SIGNAL_BASE;
    return signal > 0 && signal <= MAX_SIGNAL
        ? FailureDescriber.signal(signal)
        : FailureDescriber.exit(exitCode, new StackTraceElement[0]);
  }
}
