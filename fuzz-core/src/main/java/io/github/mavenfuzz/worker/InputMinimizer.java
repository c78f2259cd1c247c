package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.shrink.InputShrinker;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes an input smaller while it goes on failing for the same cause, or reaching the same
 * coverage; in the main thread of a worker JVM. What is about to run lies in the shared memory, so
 * that it survives if it kills the JVM.
 */
final class InputMinimizer {
  private final WorkerContext parts;
  private final SharedMemory memory;
  private final MutableInput input;

  InputMinimizer(WorkerContext parts) {
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
      return new Response.Minimized(
          instrumented.get(), false, 0, other, List.of(), isEnding(goal, other));
    }
    new InputShrinker(parts.shape(), input, goal).shrink();
    Failure failure = goal.failure();
    memory.setValue(input.toMemory());
    if (failure == null && !goal.confirmsCoverage()) {
      return new Response.Minimized(
          instrumented.get(), false, 0, null, List.of(), isEnding(goal, null));
    }
    int coverageLength = failure == null ? goal.writeCoverage() : 0;
    return new Response.Minimized(
        instrumented.get(), true, coverageLength, failure, goal.others(), isEnding(goal, failure));
  }

  private static boolean isEnding(MinimizeGoal goal, Failure failure) {
    return goal.isPoisoned()
        || isOutOfMemory(failure)
        || goal.others().stream().anyMatch(other -> isOutOfMemory(other.failure()));
  }

  private static boolean isOutOfMemory(Failure failure) {
    return failure != null && failure.kind() == FailureKind.OUT_OF_MEMORY;
  }
}
