package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.coverage.WantedBits;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.Signature;
import io.github.mavenfuzz.shrink.Attempt;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What one minimisation has to keep, and how much it may cost; in the worker's main thread. */
final class MinimizeGoal implements Attempt {
  private final WorkerContext parts;
  private final SharedMemory memory;
  private final MutableInput input;
  private final KnownFailures known;
  private final WantedBits wanted;
  private final long limit;
  private final long endNanos;
  private final OtherFailures others = new OtherFailures();

  /** What the failure has to have, or null when coverage is kept. */
  private Signature signature;

  private RunFailure failure;
  private boolean failedUnexpectedly;
  private boolean poisoned;

  /** Reads the bits to keep from the shared memory. */
  MinimizeGoal(Call.Minimize call, WorkerContext parts, MutableInput input) {
    this.parts = parts;
    this.memory = parts.memory();
    this.input = input;
    this.signature = call.keep().signature();
    this.known = new KnownFailures(call.keep().known());
    byte[] bits = new byte[call.keep().coverageLength()];
    memory.readCoverage(bits, bits.length);
    this.wanted = new WantedBits(bits);
    this.limit = call.limit();
    long millis = call.limitMillis() == 0 ? TimeUnit.DAYS.toMillis(1) : call.limitMillis();
    this.endNanos = parts.watchdog().coarseNanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Whether a failure is kept, rather than coverage. */
  @Override
  public boolean isThorough() {
    return signature != null;
  }

  /** What is about to run lies in the shared memory, from where it survives the end of the JVM. */
  @Override
  public boolean holds() {
    memory.setValue(input.toMemory());
    return signature == null ? holdsCoverage() : holdsFailure();
  }

  /**
   * A failure that nobody knows is worth more than the coverage: the input that has it is kept, and
   * nothing further is tried.
   */
  private boolean holdsCoverage() {
    RunFailure thrown = parts.runs().runQuickly(input, 0, limit);
    if (thrown == null) {
      return parts.coverage().takeIfReached(wanted);
    }
    failedUnexpectedly = known.isNews(thrown);
    failure = failedUnexpectedly ? thrown : null;
    poisoned |= thrown.isPoison();
    return failedUnexpectedly;
  }

  /**
   * The cause has to stay the same; the way there may become shorter, and a recursion shallower:
   * then further ones have to be like that.
   */
  private boolean holdsFailure() {
    RunFailure thrown = parts.runs().run(input, 0);
    if (thrown == null) {
      return false;
    }
    poisoned |= thrown.isPoison();
    boolean same = thrown.signature().hasCauseOf(signature);
    if (same) {
      signature = thrown.signature();
    } else if (known.isNews(thrown)) {
      others.add(thrown, input.toMemory());
    }
    failure = same || failure == null ? thrown : failure;
    return same;
  }

  /** Whether some run has failed so that the JVM has to be replaced. */
  boolean isPoisoned() {
    return poisoned;
  }

  /** Whether the limit of runs or time is reached, or nothing better can turn up. */
  @Override
  public boolean isOver() {
    return failedUnexpectedly
        || poisoned
        || parts.runs().count() >= (isThorough() ? limit : limit - 1)
        || parts.watchdog().coarseNanoTime() - endNanos >= 0;
  }

  /**
   * How the last input that held has failed, or the first one if none has held; described anew at
   * each call. Null when it passed.
   */
  Failure failure() {
    return failure == null ? null : failure.describe();
  }

  /** Failures for other causes, and the inputs that have them. */
  List<Response.Other> others() {
    return others.all();
  }

  /**
   * Runs the smallest input again, as only coverage that two runs have counts.
   *
   * @return whether it reaches what has to be kept again, or there is no run left to tell
   */
  boolean confirmsCoverage() {
    if (parts.runs().count() >= limit) {
      parts.coverage().retain(wanted);
      return true;
    }
    RunFailure thrown = parts.runs().runQuickly(input, 0, limit);
    parts.coverage().retainRepeated();
    return thrown == null && wanted.areReached(Counters.HITS);
  }

  /**
   * Leaves the coverage of the last input that held in the shared memory.
   *
   * @return how many probes that is
   */
  int writeCoverage() {
    return parts.coverage().write(memory);
  }
}
