package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.concurrent.TimeUnit;

/**
 * Runs inputs as they are, many in one call, since a call costs more than the runs of most inputs
 * do; in the main thread of a worker JVM. The shared memory says which input runs.
 */
final class WarmUpLoop {
  private final WorkerParts parts;
  private final SharedMemory memory;
  private final CountedRuns runs;
  private final LocalCoverage coverage;
  private final Watchdog watchdog;
  private final MutableInput current;

  WarmUpLoop(WorkerParts parts) {
    this.parts = parts;
    this.memory = parts.memory();
    this.runs = parts.runs();
    this.coverage = parts.coverage();
    this.watchdog = parts.watchdog();
    this.current = parts.newInput();
  }

  /**
   * Leaves the coverage of all inputs that have passed in the shared memory.
   *
   * @throws MalformedInputException when the target has overwritten an input
   */
  Response.WarmedUp run(Call.WarmUp call) throws MalformedInputException {
    runs.beginCall(false);
    runs.takeRefusals(); // those of calls that do not tell of them
    coverage.readMask(memory, 0);
    byte[] contents = parts.value();
    long end = watchdog.coarseNanoTime() + TimeUnit.MILLISECONDS.toNanos(call.sliceMillis());
    RunFailure failure = null;
    int passed = 0;
    int from = 0;
    do {
      int to = from + call.lengths().get(passed);
      memory.beginInput(passed);
      current.read(contents, from, to);
      from = to;
      failure = call.runs() == 1 ? runOnce() : runTwice();
      passed += failure == null ? 1 : 0;
    } while (failure == null
        && passed < call.lengths().size()
        && watchdog.coarseNanoTime() - end < 0);
    coverage.takeMask();
    int length = passed > 0 ? coverage.write(memory) : 0;
    return new Response.WarmedUp(parts.outcomes().of(failure, current), passed, length);
  }

  private RunFailure runOnce() {
    RunFailure failure = runs.run(current, 0);
    if (failure == null) {
      coverage.take();
      coverage.mergeTaken();
    }
    return failure;
  }

  private RunFailure runTwice() {
    RunFailure failure = runs.run(current, 0);
    if (failure == null) {
      coverage.take();
      failure = runs.run(current, 0);
    }
    if (failure == null) {
      coverage.mergeRepeated();
    }
    return failure;
  }
}
