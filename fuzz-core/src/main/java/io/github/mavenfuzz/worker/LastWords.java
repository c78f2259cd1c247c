package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.EngineThread;
import io.github.mavenfuzz.comm.ExitCodes;
import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.coverage.Exits;
import io.github.mavenfuzz.coverage.StackTraces;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureDescriber;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Answers for the main thread of a worker JVM when that cannot, and ends the JVM: on the watchdog's
 * thread for a run that never returns, and on the target's own for one that exits. An exit that no
 * instrumented code has called is seen by a shutdown hook, on a thread of its own.
 */
final class LastWords {
  private final SharedMemory memory;
  private final WorkerComm comm;
  private final Supplier<Response.Instrumented> instrumented;
  private final JvmEnd end;
  private final AtomicBoolean spoken = new AtomicBoolean();

  /**
   * @param instrumented what to announce with a response
   */
  LastWords(
      SharedMemory memory,
      WorkerComm comm,
      Supplier<Response.Instrumented> instrumented,
      JvmEnd end) {
    this.memory = memory;
    this.comm = comm;
    this.instrumented = instrumented;
    this.end = end;
  }

  /** Makes exits of the target known. */
  void awaitExits(Watchdog watchdog, TargetThreads threads) {
    Exits.tell(code -> exit(code, threads));
    Runtime.getRuntime()
        .addShutdownHook(new EngineThread(() -> reportExit(watchdog.isRunning()), "fuzz-exit"));
  }

  /** A run ignores its deadline and an interrupt. */
  void endStuck(List<StackTraceElement[]> samples, Duration timeout) {
    memory.setHaltReason(HaltReason.DEADLINE);
    try {
      send(fuzzed(FailureDescriber.hang(samples, timeout)));
    } finally { // the heap may be full
      end.halt(ExitCodes.DEADLINE);
    }
  }

  /**
   * On the thread that exits. Returns when no run is to blame, as while the target is prepared, and
   * when something goes wrong, say because the stack is full: then the JVM exits as it would have.
   */
  private void exit(int code, TargetThreads threads) {
    try {
      if (!threads.isOfRun() || !spoken.compareAndSet(false, true)) {
        return;
      }
      threads.keepRun(); // first, or the run could end and be kept while it is asked for
      byte[] input = threads.inputOfEarlierRun();
      StackTraces.keep();
      Failure failure = FailureDescriber.exit(code, callers(new Throwable().getStackTrace()));
      send(
          input == null
              ? fuzzed(failure)
              : new Response.Late(instrumented.get(), null, failure, input, true));
      end.halt(code);
    } catch (Throwable fault) {
      spoken.set(false);
      threads.releaseRun();
    }
  }

  /** The stack below the calls of {@link Exits}. */
  private static StackTraceElement[] callers(StackTraceElement[] stack) {
    int first = 0;
    while (first < stack.length && !isExits(stack[first])) {
      first++;
    }
    while (first < stack.length && isExits(stack[first])) {
      first++;
    }
    return Arrays.copyOfRange(stack, first, stack.length);
  }

  private static boolean isExits(StackTraceElement frame) {
    return frame.getClassName().equals(Exits.class.getName());
  }

  /** In the shutdown hook; the coordinator learns the exit code from the process. */
  private void reportExit(boolean running) {
    if (running && spoken.compareAndSet(false, true)) {
      for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
        for (int i = 0; i < stack.length; i++) {
          String frame = stack[i].getClassName() + '.' + stack[i].getMethodName();
          if (frame.equals("java.lang.Runtime.exit")) {
            send(fuzzed(FailureDescriber.exit(0, Arrays.copyOfRange(stack, i, stack.length))));
          }
        }
      }
    }
    end.killDescendants();
  }

  private Response fuzzed(Failure failure) {
    return new Response.Fuzzed(instrumented.get(), null, 0, failure, 0, true);
  }

  private void send(Response response) {
    try {
      comm.send(response);
    } catch (IOException gone) {
      // The coordinator is gone; there is nobody to tell.
    }
  }
}
