package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.slot.MutableInput;

/**
 * Runs one input once to see how it fails; in the main thread of a worker JVM. A failure of its
 * threads right after it is its own.
 */
final class ConfirmRun {
  private final WorkerContext parts;
  private final MutableInput current;

  ConfirmRun(WorkerContext parts) {
    this.parts = parts;
    this.current = parts.newInput();
  }

  /**
   * @throws MalformedInputException when the target has overwritten the input
   */
  Response.Confirmed run() throws MalformedInputException {
    CountedRuns runs = parts.runs();
    runs.beginCall(true);
    current.read(parts.value());
    RunFailure failure = runs.run(current, 0);
    failure = failure == null ? runs.takeLate() : failure;
    return new Response.Confirmed(parts.outcomes().of(failure, current));
  }
}
