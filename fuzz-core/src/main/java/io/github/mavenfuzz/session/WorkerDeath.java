package io.github.mavenfuzz.session;

import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.failure.CrashLog;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureDescriber;
import io.github.mavenfuzz.failure.Signals;
import io.github.mavenfuzz.process.ExitStatus;
import java.time.Duration;

/**
 * How a worker JVM died that gave no response.
 *
 * @param reason what it left in the shared memory
 * @param silent whether it still ran, did not respond in time, and was killed for that
 * @param stopped whether a signal had stopped it when it was killed
 * @param exit its status
 * @param crashLog what it told of its own crash, or null
 */
record WorkerDeath(
    HaltReason reason, boolean silent, boolean stopped, ExitStatus exit, CrashLog crashLog) {

  /** Whether the engine is at fault. */
  boolean isInternal() {
    return reason == HaltReason.INTERNAL;
  }

  /** Why no input is to blame, as a sentence, or null when the one that ran is. */
  String suspectReason() {
    if (reason == HaltReason.UNREADABLE) {
      return "The target has overwritten the memory that it shares with the fuzzer, so that nobody"
          + " knows which input ran; it may have been one made of this one.";
    }
    if (silent || crashLog != null) {
      return null;
    }
    if (reason == HaltReason.STOPPED) {
      return "The worker JVM lost its connection to the fuzzer while this input ran.";
    }
    if (reason != HaltReason.NONE || !exit.isFromOutside()) {
      return null;
    }
    return "The worker JVM was ended by "
        + Signals.name(exit.signal())
        + " from outside while this input ran.";
  }

  /** How the input that ran has failed. */
  Failure failure(Duration timeout) {
    if (crashLog != null) { // whatever the exit code: without a core dump it is 1
      return crashLog.failure();
    }
    if (reason == HaltReason.OUT_OF_MEMORY) {
      return FailureDescriber.outOfMemory();
    }
    if (reason == HaltReason.DEADLINE) {
      return FailureDescriber.hang(new StackTraceElement[0], timeout);
    }
    if (silent) {
      return FailureDescriber.standstill(stopped, timeout);
    }
    return exit.signal() != 0
        ? FailureDescriber.signal(exit.signal())
        : FailureDescriber.exit(exit.code(), new StackTraceElement[0]);
  }
}
