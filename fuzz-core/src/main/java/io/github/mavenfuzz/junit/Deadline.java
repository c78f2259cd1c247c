package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.failure.FailureKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs a target on an input that once made it hang. It runs on a thread of its own, so that a
 * target which still hangs fails its test and does not stop the build; all other inputs run on the
 * test's thread, as tests expect.
 */
final class Deadline {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Deadline() {}

  /** A run of a target. */
  interface Run {
    void run() throws Throwable;
  }

  /**
   * @throws AssertionError with the stack of the run when it has not returned in time; it goes on
   *     then, interrupted, on a daemon thread
   * @throws Throwable what the run has thrown
   */
  static void run(ReplayInput input, Run run) throws Throwable {
    String file = input.name().substring(input.name().lastIndexOf('/') + 1);
    if (file.startsWith(FailureKind.HANG.filePrefix() + '-')) {
      run(run, LIMIT);
    } else {
      run.run();
    }
  }

  static void run(Run run, Duration limit) throws Throwable {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(() -> thrown.set(thrownBy(run)), "fuzz-replay");
    thread.setDaemon(true);
    thread.start();
    thread.join(limit.toMillis());
    if (thread.isAlive()) {
      AssertionError stuck = new AssertionError("no return within " + limit.toSeconds() + " s");
      stuck.setStackTrace(thread.getStackTrace());
      thread.interrupt();
      throw stuck;
    }
    if (thrown.get() != null) {
      throw thrown.get();
    }
  }

  private static Throwable thrownBy(Run run) {
    try {
      run.run();
      return null;
    } catch (Throwable thrown) {
      return thrown;
    }
  }
}
