package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.mutate.Vocabulary;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.concurrent.TimeUnit;

/**
 * Runs variations of one input until one is interesting or the slice is over; the hot loop of a
 * worker JVM, in its main thread. The value in the shared memory stays as it is: what ran is always
 * the value after {@link SharedMemory#chain()} mutations from the saved state of the generator.
 */
final class FuzzLoop {

  /**
   * What ended the loop.
   *
   * @param interesting whether the kept coverage has something new
   * @param failure how the last input failed, or one before it; null when none has
   */
  record Outcome(boolean interesting, RunFailure failure) {
    static final Outcome NOTHING = new Outcome(false, null);
  }

  private final WorkerParts parts;
  private final SharedMemory memory;
  private final CountedRuns runs;
  private final LocalCoverage coverage;
  private final Watchdog watchdog;
  private final PcgRandom random = new PcgRandom(0, 0);
  private final Mutator mutator;
  private final MutableInput original;
  private final MutableInput current;

  FuzzLoop(WorkerParts parts) {
    this.parts = parts;
    this.memory = parts.memory();
    this.runs = parts.runs();
    this.coverage = parts.coverage();
    this.watchdog = parts.watchdog();
    this.mutator = new Mutator(random);
    mutator.begin(Vocabulary.of(parts.dictionary()));
    this.original = parts.newInput();
    this.current = parts.newInput();
  }

  /** The input that ran last. */
  MutableInput current() {
    return current;
  }

  /** As {@link TargetInvoker#takeRefusals()}. */
  Refusals takeRefusals() {
    return runs.takeRefusals();
  }

  /**
   * @throws MalformedInputException when the shared memory holds no input of the target's shape
   */
  Outcome run(Call.Fuzz call) throws MalformedInputException {
    runs.beginCall(false);
    runs.takeRefusals(); // those of calls that do not tell of them
    coverage.readMask(memory, call.maskLength());
    original.read(parts.value());
    random.restore(memory.randomState(), memory.randomIncrement());
    KnownFailures known = new KnownFailures(call.known());
    watchdog.expect(known.haveHangs() ? known::isKnownHang : null);
    try {
      return fuzz(call, known);
    } finally {
      watchdog.expect(null);
    }
  }

  private Outcome fuzz(Call.Fuzz call, KnownFailures known) {
    long limit = call.limit() == 0 ? Long.MAX_VALUE : call.limit();
    long end =
        watchdog.coarseNanoTime()
            + (call.sliceMillis() == 0
                ? TimeUnit.DAYS.toNanos(1)
                : TimeUnit.MILLISECONDS.toNanos(call.sliceMillis()));
    int chain = Mutator.CHAIN_LENGTH;
    while (runs.count() < limit && watchdog.coarseNanoTime() - end < 0) {
      if (chain == Mutator.CHAIN_LENGTH) {
        chain = 0;
        current.copyFrom(original);
        memory.beginChain(random.state(), random.increment());
      }
      mutator.mutate(current);
      chain++;
      RunFailure failure = runs.runQuickly(current, chain, limit);
      if (failure == null && coverage.hasNew() && runs.count() < limit) {
        coverage.take();
        failure = runs.runQuickly(current, chain, limit);
        if (failure == null && coverage.confirm()) {
          return new Outcome(true, null);
        }
      }
      failure = failure == null || isOfHeap(failure) ? lateOr(failure) : failure;
      if (failure != null && known.isNews(failure)) {
        return new Outcome(false, failure);
      }
      if (failure instanceof RunFailure.Hang) { // others are less likely to come by it
        return Outcome.NOTHING;
      }
    }
    return Outcome.NOTHING;
  }

  private static boolean isOfHeap(RunFailure failure) {
    return failure.signature().cause().isOutOfMemory();
  }

  /** Whoever fills the heap on a thread makes other runs fail, too. */
  private RunFailure lateOr(RunFailure failure) {
    RunFailure late = runs.takeLate();
    return late == null ? failure : late;
  }
}
