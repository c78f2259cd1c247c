package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.Response.Reached;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs inputs as they are, many in one call, since a call costs more than the runs of most inputs
 * do; in the main thread of a worker JVM. The shared memory says which input runs.
 */
final class WarmUpLoop {
  /** Of all inputs of a call together, so that its response is of a size that can be sent. */
  private static final int MOST_PROBES = 1 << 20;

  private final WorkerContext parts;
  private final SharedMemory memory;
  private final CountedRuns runs;
  private final LocalCoverage coverage;
  private final Watchdog watchdog;
  private final MutableInput current;

  WarmUpLoop(WorkerContext parts) {
    this.parts = parts;
    this.memory = parts.memory();
    this.runs = parts.runs();
    this.coverage = parts.coverage();
    this.watchdog = parts.watchdog();
    this.current = parts.newInput();
  }

  /**
   * @throws MalformedInputException when the target has overwritten an input
   */
  Response.WarmedUp run(Call.WarmUp call) throws MalformedInputException {
    runs.beginCall(false);
    coverage.readMask(memory, 0);
    byte[] contents = parts.value();
    long end = watchdog.coarseNanoTime() + TimeUnit.MILLISECONDS.toNanos(call.sliceMillis());
    List<Reached> passed = new ArrayList<>();
    long probes = 0;
    RunFailure failure;
    int from = 0;
    do {
      int to = from + call.lengths().get(passed.size());
      memory.beginInput(passed.size());
      current.read(contents, from, to);
      from = to;
      failure = runs.run(current, 0);
      if (failure == null) {
        failure = call.runs() == 1 ? pass(passed, Reached.NOTHING) : repeat(passed);
      }
      probes += failure == null ? passed.get(passed.size() - 1).bits().probes().size() : 0;
    } while (failure == null
        && passed.size() < call.lengths().size()
        && probes < MOST_PROBES
        && watchdog.coarseNanoTime() - end < 0);
    return new Response.WarmedUp(parts.outcomes().of(failure, current), passed);
  }

  private static RunFailure pass(List<Reached> passed, Reached reached) {
    passed.add(reached);
    return null;
  }

  /** Coverage of a single run may be chance, so each input runs twice. */
  private RunFailure repeat(List<Reached> passed) {
    coverage.take();
    long start = System.nanoTime();
    RunFailure failure = runs.run(current, 0);
    return failure == null
        ? pass(passed, new Reached(coverage.repeated(), System.nanoTime() - start))
        : failure;
  }
}
