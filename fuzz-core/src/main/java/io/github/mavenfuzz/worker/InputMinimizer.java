package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.function.Supplier;

/**
 * Makes one argument of an input smaller while the input goes on failing for the same cause, or
 * reaching the same coverage; in the main thread of a worker JVM. What is about to run lies in the
 * shared memory, so that it survives if it kills the JVM.
 */
final class InputMinimizer {
  private final WorkerParts parts;
  private final SharedMemory memory;
  private final MutableInput input;

  InputMinimizer(WorkerParts parts) {
    this.parts = parts;
    this.memory = parts.memory();
    this.input = parts.newInput();
  }

  /**
   * @throws MalformedInputException when the shared memory holds no input of the target's shape
   */
  Response.Minimized minimize(Call.Minimize call, Supplier<Response.Instrumented> instrumented)
      throws MalformedInputException {
    parts.runs().beginCall(false);
    input.read(parts.value());
    MinimizeGoal goal = new MinimizeGoal(call, parts, input);
    if (!goal.holds()) {
      Failure other = goal.failure();
      return new Response.Minimized(instrumented.get(), false, 0, other, isEnding(goal, other));
    }
    new ArgumentShrinker(memory, input, call.index(), goal).shrink();
    Failure failure = goal.failure();
    int coverageLength = failure == null ? goal.writeCoverage() : 0;
    memory.setValue(input.toMemory());
    return new Response.Minimized(
        instrumented.get(), true, coverageLength, failure, isEnding(goal, failure));
  }

  private static boolean isEnding(MinimizeGoal goal, Failure failure) {
    return goal.isPoisoned() || failure != null && failure.kind() == FailureKind.OUT_OF_MEMORY;
  }
}
