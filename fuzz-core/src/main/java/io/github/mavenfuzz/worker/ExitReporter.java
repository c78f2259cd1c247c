package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.boot.Exits;
import io.github.mavenfuzz.comm.EngineThread;
import io.github.mavenfuzz.comm.ExitCodes;
import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.Response.Failed;
import io.github.mavenfuzz.comm.Response.Outcome;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureDescriber;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Answers for the main thread of a worker JVM when that cannot, and ends the JVM: on the watchdog's
 * thread for a run that never returns, and on the target's own for one that exits. An exit that no
 * instrumented code has called is seen by a shutdown hook, on a thread of its own. Only one thread
 * speaks.
 */
final class ExitReporter {
  /**
   * How long the words of another thread may take on a busy machine: less than the coordinator
   * waits for those of a run that is stuck.
   */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** As many as a throwable records. */
  private static final int MAX_FRAMES = 1024;

  private final SharedMemory memory;
  private final WorkerComm comm;
  private final Supplier<Response.Instrumented> instrumented;
  private final JvmEnd end;

  /** Whether a thread says its words, or has, and ends the JVM. */
  private final AtomicBoolean speaking = new AtomicBoolean();

  /**
   * @param instrumented what to announce with a response
   */
  ExitReporter(
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
    takeTurn(); // or, in the end, speaks out of turn: the JVM has to end
    try {
      send(words(ofLastRun(FailureDescriber.hang(samples, timeout))));
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
      if (threads.isOfRun() && takeTurn()) {
        endByExit(code, threads);
      }
    } catch (Throwable fault) {
      // The JVM exits as it would have.
    }
  }

  /** Returns, and lets others have their turn, when something goes wrong. */
  private void endByExit(int code, TargetThreads threads) {
    try {
      threads.keepRun(); // first, or the run could end and be kept while it is asked for
      byte[] input = threads.inputOfEarlierRun();
      Failure failure = FailureDescriber.exit(code, callers());
      send(words(new Failed(input, failure, input != null)));
      end.halt(code);
    } catch (Throwable fault) {
      speaking.set(false);
      threads.releaseRun();
    }
  }

  /**
   * The stack of this thread below the calls of {@link Exits}. Not that of a throwable, which the
   * main thread may let do without one at any moment.
   */
  private static StackTraceElement[] callers() {
    return StackWalker.getInstance(StackWalker.Option.SHOW_REFLECT_FRAMES)
        .walk(
            stack ->
                stack
                    .dropWhile(frame -> !isExits(frame))
                    .dropWhile(ExitReporter::isExits)
                    .limit(MAX_FRAMES)
                    .map(StackWalker.StackFrame::toStackTraceElement)
                    .toArray(StackTraceElement[]::new));
  }

  private static boolean isExits(StackWalker.StackFrame frame) {
    return frame.getClassName().equals(Exits.class.getName());
  }

  /** In the shutdown hook; the coordinator learns the exit code from the process. */
  private void reportExit(boolean running) {
    if (takeTurn()) {
      if (running) {
        sendExit();
      }
      // A hook of the target may hang, or end the JVM with another code.
      speaking.set(false);
    }
    end.killDescendants();
  }

  private void sendExit() {
    for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
      for (int i = 0; i < stack.length; i++) {
        String frame = stack[i].getClassName() + '.' + stack[i].getMethodName();
        if (frame.equals("java.lang.Runtime.exit")) {
          StackTraceElement[] below = Arrays.copyOfRange(stack, i, stack.length);
          send(words(ofLastRun(FailureDescriber.exit(0, below))));
        }
      }
    }
  }

  /**
   * Waits while another thread speaks, which usually ends with the JVM: one that exits meanwhile
   * must not end it before the words of the first are sent.
   *
   * @return whether it is this thread's turn; false when the other one takes too long
   */
  private boolean takeTurn() {
    long start = System.nanoTime();
    while (!speaking.compareAndSet(false, true)) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        return false;
      }
      Thread.interrupted(); // or it would not wait
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }

  /** Of the input that the header of the shared memory describes. */
  private static Failed ofLastRun(Failure failure) {
    return new Failed(null, failure, false);
  }

  private Response words(Failed failed) {
    return new Response.ExitReport(new Outcome(instrumented.get(), null, failed, true));
  }

  private void send(Response response) {
    try {
      comm.send(response);
    } catch (IOException gone) {
      // The coordinator is gone; there is nobody to tell.
    }
  }
}
