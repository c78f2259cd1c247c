package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.Response.Found;
import io.github.mavenfuzz.comm.Response.Reached;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.coverage.SparseBits;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.HintMutation;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.mutate.Vocabulary;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs variations of the inputs of a call until one fails or the slice is over; the hot loop of a
 * worker JVM, in its main thread. The inputs in the shared memory stay as they are: what ran is
 * always the one at {@link SharedMemory#index()} after {@link SharedMemory#chain()} mutations from
 * the saved state of the generator.
 */
final class FuzzLoop {
  /** Inputs with new coverage that one call brings home. */
  private static final int MOST_FOUND = 64;

  /** Of them together, in bytes. */
  private static final int MOST_BYTES = 1 << 20;

  private final WorkerContext parts;
  private final SharedMemory memory;
  private final CountedRuns runs;
  private final LocalCoverage coverage;
  private final Watchdog watchdog;
  private final PcgRandom random = new PcgRandom(0, 0);
  private final Mutator mutator = new Mutator(random);
  private final ParentInputs parents;
  private final MutableInput current;

  /** Inputs of this call with new coverage. */
  private List<Found> found = new ArrayList<>();

  private long foundBytes;

  FuzzLoop(WorkerContext parts) {
    this.parts = parts;
    this.memory = parts.memory();
    this.runs = parts.runs();
    this.coverage = parts.coverage();
    this.watchdog = parts.watchdog();
    this.parents = new ParentInputs(parts);
    this.current = parts.newInput();
  }

  /**
   * @throws MalformedInputException when the target has overwritten an input
   */
  Response.Fuzzed run(Call.Fuzz call) throws MalformedInputException {
    runs.beginCall(false);
    coverage.readMask(memory, call.maskLength());
    parents.read(call.parents());
    random.restore(memory.randomState(), memory.randomIncrement());
    List<List<Hint>> hints = call.parents().hints().stream().map(Call.Hints::all).toList();
    mutator.begin(
        new Vocabulary(
            new Dictionary(call.words()), parents.passed(), hints, call.slice().growth()));
    found = new ArrayList<>();
    foundBytes = 0;
    KnownFailures known = new KnownFailures(call.known());
    watchdog.expect(known.haveHangs() ? known::isKnownHang : null);
    try {
      long end = end(call.slice());
      RunFailure failure = follow(call, end, known);
      failure = failure == null ? fuzz(call.slice(), end, known) : failure;
      return new Response.Fuzzed(parts.outcomes().of(failure, current), found, parents.turns());
    } finally {
      watchdog.expect(null);
    }
  }

  /**
   * Tries each hint that was not tried before once, on the input that it is for.
   *
   * @param end of the slice
   * @return the failure that ended it, or null
   */
  private RunFailure follow(Call.Fuzz call, long end, KnownFailures known) {
    List<Call.Hints> hints = call.parents().hints();
    RunFailure failure = null;
    for (int parent = 0; parent < hints.size() && failure == null; parent++) {
      long start = watchdog.coarseNanoTime();
      int untried = hints.get(parent).untried();
      for (int hint = 0; hint < untried && failure == null; hint++) {
        if (isOver(limit(call.slice()), end)) {
          break;
        }
        RunFailure ofHint = follow(parent, hints.get(parent).all(), hint, call.slice());
        failure = ofHint != null && known.isNews(ofHint) ? ofHint : null;
      }
      parents.took(parent, watchdog.coarseNanoTime() - start);
    }
    return failure;
  }

  /** Returns how the run with one hint failed, or null. */
  private RunFailure follow(int parent, List<Hint> hints, int hint, Call.Slice slice) {
    current.copyFrom(parents.get(parent));
    parents.tried(parent);
    if (!HintMutation.apply(current, hints.get(hint))) {
      return null;
    }
    memory.beginHint(parent, hint);
    RunFailure failure = run(parent, 0, slice);
    if (failure != null) {
      parents.hintFailed(parent, hint);
    }
    return failure;
  }

  private boolean isOver(long limit, long end) {
    return runs.count() >= limit
        || found.size() >= MOST_FOUND
        || foundBytes >= MOST_BYTES
        || watchdog.coarseNanoTime() - end >= 0;
  }

  /**
   * @param end of the slice
   * @return the failure that ended it, or null
   */
  private RunFailure fuzz(Call.Slice slice, long end, KnownFailures known) {
    long limit = limit(slice);
    int parent = 0;
    int chain = Mutator.CHAIN_LENGTH;
    long start = watchdog.coarseNanoTime();
    while (!isOver(limit, end)) {
      if (chain == Mutator.CHAIN_LENGTH) {
        long now = watchdog.coarseNanoTime();
        parents.took(parent, now - start);
        start = now;
        chain = 0;
        parent = parents.draw(random);
        current.copyFrom(parents.get(parent));
        mutator.from(parent);
        memory.beginChain(parent, random.state(), random.increment());
      }
      mutator.mutate(current);
      chain++;
      RunFailure failure = run(parent, chain, slice);
      if (failure != null && known.isNews(failure)) {
        return failure;
      }
      if (failure instanceof RunFailure.Hang) { // variations of others are less likely to hang
        chain = Mutator.CHAIN_LENGTH;
      }
    }
    return null;
  }

  /**
   * Runs the current input, and once more when it has reached something new.
   *
   * @param chain how many mutations have led to it
   */
  private RunFailure run(int parent, int chain, Call.Slice slice) {
    long before = runs.count();
    RunFailure failure = runs.runQuickly(current, chain, limit(slice));
    if (failure == null && coverage.hasNew() && runs.count() < limit(slice)) {
      failure = repeat(parent, chain, slice);
    }
    parents.ran(parent, runs.count() - before, failure != null);
    return failure == null || isOfHeap(failure) ? lateOr(failure) : failure;
  }

  private static long limit(Call.Slice slice) {
    return slice.limit() == 0 ? Long.MAX_VALUE : slice.limit();
  }

  private long end(Call.Slice slice) {
    return watchdog.coarseNanoTime()
        + (slice.millis() == 0
            ? TimeUnit.DAYS.toNanos(1)
            : TimeUnit.MILLISECONDS.toNanos(slice.millis()));
  }

  /** Runs an input again that has reached something new, and keeps it if it does so again. */
  private RunFailure repeat(int parent, int chain, Call.Slice slice) {
    coverage.take();
    long start = System.nanoTime();
    RunFailure failure = runs.runQuickly(current, chain, limit(slice));
    if (failure != null) {
      return failure;
    }
    long nanos = System.nanoTime() - start;
    SparseBits bits = coverage.confirm();
    if (bits != null) {
      Found one = new Found(parents.root(parent), current.toMemory(), new Reached(bits, nanos));
      parents.add(parent, one.input(), slice.millis() == 0 ? 0 : nanos);
      found.add(one);
      foundBytes += one.input().length;
    }
    return null;
  }

  private static boolean isOfHeap(RunFailure failure) {
    return failure.signature().cause().isOutOfMemory();
  }

  /** A thread that fills the heap makes other runs fail, too. */
  private RunFailure lateOr(RunFailure failure) {
    RunFailure late = runs.takeLate();
    return late == null ? failure : late;
  }
}
