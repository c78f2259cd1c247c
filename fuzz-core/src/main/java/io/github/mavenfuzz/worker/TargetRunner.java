package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.boot.Guidance;
import io.github.mavenfuzz.boot.StackTraces;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.slot.MutableInput;
import java.time.Duration;
import java.util.List;

/** Runs the target under its deadline and says how it failed; lives in the main thread. */
final class TargetRunner {
  private final TargetInvoker invoker;
  private final LocalCoverage coverage;
  private final Watchdog watchdog;
  private final TargetThreads threads;
  private final SharedState shared;
  private final Duration timeout;

  /**
   * Takes the JVM's streams as they are from now on.
   *
   * @param threads told what uncaught throwables there are from now on
   */
  TargetRunner(
      TargetInvoker invoker,
      LocalCoverage coverage,
      Watchdog watchdog,
      TargetThreads threads,
      Duration timeout) {
    this.invoker = invoker;
    this.coverage = coverage;
    this.watchdog = watchdog;
    this.threads = threads;
    this.shared = new SharedState(threads);
    this.timeout = timeout;
  }

  /** As {@link TargetInvoker#takeRefusals()}. */
  Refusals takeRefusals() {
    return invoker.takeRefusals();
  }

  /** As {@link TargetInvoker#renew()}. */
  boolean renew() {
    return invoker.renew();
  }

  /** As {@link TargetInvoker#renewAlways()}. */
  void renewAlways() {
    invoker.renewAlways();
  }

  /** As {@link TargetThreads#beginCall}. */
  void beginCall(boolean singleRun) {
    threads.beginCall(singleRun);
  }

  /** As {@link TargetThreads#takeLate()}. */
  RunFailure.Late takeLate() {
    return threads.takeLate();
  }

  /** As {@link TargetThreads#haveBeenMade()}. */
  boolean hasMadeThreads() {
    return threads.haveBeenMade();
  }

  /**
   * Runs an input once; afterwards the counters hold its coverage.
   *
   * @return how it failed, or null
   */
  RunFailure run(MutableInput input) {
    return run(input, false);
  }

  /** As {@link #run}, except that what is thrown has no stack traces. */
  RunFailure runWithoutStackTraces(MutableInput input) {
    return run(input, true);
  }

  private RunFailure run(MutableInput input, boolean stackless) {
    Object[] arguments;
    try {
      arguments = input.arguments();
    } catch (OutOfMemoryError leak) { // earlier runs have filled the heap
      return new RunFailure.Thrown(leak);
    }
    coverage.reset();
    watchdog.begin();
    Throwable thrown = stackless ? runStackless(arguments) : invoker.run(arguments);
    List<StackTraceElement[]> stuck = watchdog.end();
    // A target that interrupts itself must not make our own input and output fail.
    Thread.interrupted();
    threads.settle(input);
    shared.putBack();
    Throwable reported = Guidance.takeReported();
    if (reported != null) { // what the target threw afterwards comes of that
      thrown = reported;
    }
    Throwable onThread = threads.takeThrown();
    thrown = thrown == null ? onThread : thrown;
    if (stuck != null) {
      return new RunFailure.Hang(stuck, timeout);
    }
    return thrown == null ? null : new RunFailure.Thrown(thrown);
  }

  private Throwable runStackless(Object[] arguments) {
    StackTraces.omit();
    try {
      return invoker.run(arguments);
    } finally {
      StackTraces.keep();
    }
  }
}
