package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.coverage.Guidance;
import io.github.mavenfuzz.slot.MutableInput;
import java.time.Duration;
import java.util.List;

/** Runs the target under its deadline and says how it failed; lives in the main thread. */
final class TargetRunner implements Thread.UncaughtExceptionHandler {
  private final TargetInvoker invoker;
  private final LocalCoverage coverage;
  private final Watchdog watchdog;
  private final Duration timeout;

  /** What a thread that the target started has thrown, or null. */
  private volatile Throwable stray;

  TargetRunner(TargetInvoker invoker, LocalCoverage coverage, Watchdog watchdog, Duration timeout) {
    this.invoker = invoker;
    this.coverage = coverage;
    this.watchdog = watchdog;
    this.timeout = timeout;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    stray = thrown;
  }

  /** As {@link TargetInvoker#takeRefusals()}. */
  Refusals takeRefusals() {
    return invoker.takeRefusals();
  }

  /**
   * Runs an input once; afterwards the counters hold its coverage.
   *
   * @return how it failed, or null
   */
  RunFailure run(MutableInput input) {
    Object[] arguments;
    try {
      arguments = input.arguments();
    } catch (OutOfMemoryError leak) { // earlier runs have filled the heap
      return new RunFailure.Thrown(leak);
    }
    coverage.reset();
    watchdog.begin();
    Throwable thrown = invoker.run(arguments);
    List<StackTraceElement[]> stuck = watchdog.end();
    // A target that interrupts itself must not make our own input and output fail.
    Thread.interrupted();
    Throwable reported = Guidance.takeReported();
    if (reported != null) { // what the target threw afterwards comes of that
      thrown = reported;
    }
    if (stray != null) {
      thrown = thrown == null ? stray : thrown;
      stray = null;
    }
    if (stuck != null) {
      return new RunFailure.Hang(stuck, timeout);
    }
    return thrown == null ? null : new RunFailure.Thrown(thrown);
  }
}
