package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.boot.StackTraces;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.slot.MutableInput;

/**
 * The runs of the target, each counted in the shared memory before it begins; in the main thread of
 * a worker JVM, as long as that.
 *
 * <p>A quick run lets throwables do without their stack traces. When it fails the same input runs
 * once more as in any other JVM, and how that fails is what counts. So does one that fails on an
 * instance which other runs have used. A target that looks at stacks itself, or makes threads, has
 * no quick runs any more.
 */
final class CountedRuns {
  /** A quick run that fails is made twice: no gain when more than one in so many does. */
  private static final int FAILING_SHARE = 4;

  /** Failures that may come before that is looked at. */
  private static final int FIRST_FAILURES = 20;

  private final SharedMemory memory;
  private final TargetRunner runner;
  private boolean quick;

  /** Of this call; the shared memory has the same, but to ask that at every run takes longer. */
  private long count;

  /** Quick runs, and those of them that have failed, since the call began. */
  private long runs;

  private long failures;

  /**
   * @param quick whether throwables can do without stack traces in this JVM
   */
  CountedRuns(SharedMemory memory, TargetRunner runner, boolean quick) {
    this.memory = memory;
    this.runner = runner;
    this.quick = quick;
  }

  /**
   * Begins a call, and drops the refusals of calls that do not tell of them.
   *
   * @param singleRun as for {@link TargetRunner#beginCall}
   */
  void beginCall(boolean singleRun) {
    count = memory.count();
    runs = 0;
    failures = 0;
    runner.takeRefusals();
    runner.beginCall(singleRun);
  }

  /** As {@link TargetInvoker#takeRefusals()}. */
  Refusals takeRefusals() {
    return runner.takeRefusals();
  }

  /** As {@link TargetThreads#takeLate()}. */
  RunFailure.Late takeLate() {
    return runner.takeLate();
  }

  /** How many runs the shared memory counts. */
  long count() {
    return count;
  }

  /**
   * Runs an input once.
   *
   * @param chain how many mutations have led to it; see {@link SharedMemory#chain()}
   * @return how it failed, or null
   */
  RunFailure run(MutableInput input, int chain) {
    RunFailure failure = runCounted(input, chain);
    return failure == null || !runner.renew() ? failure : runRenewed(input, chain, failure);
  }

  private RunFailure runCounted(MutableInput input, int chain) {
    memory.beginRun(++count, chain);
    return runner.run(input);
  }

  /**
   * Runs an input on a new instance of the target's class, as JUnit runs every test: what earlier
   * runs have left in the old one may have made it fail. One that hung has taken its time.
   */
  private RunFailure runRenewed(MutableInput input, int chain, RunFailure first) {
    if (first instanceof RunFailure.Hang) {
      return first;
    }
    RunFailure failure = runCounted(input, chain);
    if (failure == null) {
      runner.renewAlways();
    }
    return failure;
  }

  /**
   * Runs an input once, or twice when the first time says too little.
   *
   * @param chain as for {@link #run}
   * @param limit how many runs the shared memory may count in the end
   * @return how it failed, or null
   */
  RunFailure runQuickly(MutableInput input, int chain, long limit) {
    if (!quick || count + 1 >= limit || failures > FIRST_FAILURES + runs / FAILING_SHARE) {
      return run(input, chain);
    }
    runs++;
    memory.beginRun(++count, chain);
    RunFailure failure = runner.runWithoutStackTraces(input);
    boolean missed = StackTraces.takeMissed();
    quick = !missed && !runner.hasMadeThreads();
    return quick && failure == null ? null : runAgain(input, chain, failure, missed);
  }

  /**
   * Runs an input as in any other JVM, unless it hung: the watchdog has looked at a hang, and one
   * look is enough.
   *
   * @param first how the quick run failed, or null
   * @param missed whether it may have done so for want of a stack
   */
  private RunFailure runAgain(MutableInput input, int chain, RunFailure first, boolean missed) {
    if (first instanceof RunFailure.Hang) {
      return first;
    }
    failures += first == null ? 0 : 1;
    if (first != null && runner.renew()) {
      return runRenewed(input, chain, first);
    }
    RunFailure failure = run(input, chain);
    if (failure == null && first != null && !missed) {
      quick = false;
      return first;
    }
    return failure;
  }
}
