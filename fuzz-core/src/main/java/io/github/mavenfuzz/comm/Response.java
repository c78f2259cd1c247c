package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.coverage.ClassProbes;
import io.github.mavenfuzz.coverage.LeftOut;
import io.github.mavenfuzz.failure.Failure;
import java.util.List;

/** What a worker JVM answers. */
public sealed interface Response extends Message {

  /** What the agent has instrumented since the last response. */
  Instrumented instrumented();

  /** Whether it tells of a failure; {@link OutputMark} is in the output before. */
  default boolean hasFailure() {
    return this instanceof Fuzzed fuzzed && fuzzed.failure() != null
        || this instanceof Late
        || this instanceof Minimized minimized && minimized.failure() != null;
  }

  /** Whether the worker JVM halts right after this response. */
  default boolean ending() {
    return false;
  }

  /**
   * @param classes those instrumented since the last response
   * @param uninstrumented classes that could not be instrumented, since the JVM started
   * @param leftOut classes that have no probes, since the JVM started; empty when the last response
   *     had the same
   */
  record Instrumented(List<ClassProbes> classes, int uninstrumented, List<LeftOut> leftOut) {
    public Instrumented(List<ClassProbes> classes, int uninstrumented) {
      this(classes, uninstrumented, List.of());
    }
  }

  /** Tells what became of the target. */
  record Pong(Instrumented instrumented, Preparation preparation) implements Response {}

  /**
   * @param problem a sentence that says what went wrong, or null
   */
  record TornDown(Instrumented instrumented, String problem) implements Response {}

  /**
   * Runs of a call that did not reach the target, because a record that it takes refused a value.
   *
   * @param reason why the last of them did not
   */
  record Refusals(long runs, String reason) {}

  /**
   * @param refusals null when there were none
   * @param coverageLength how many probes of coverage bits the shared memory holds: after a warm-up
   *     those of all inputs that have passed, else those of the input that the header describes; 0
   *     when there is nothing to tell
   * @param failure how the input failed that the header describes, or null
   * @param inputCrc the CRC-32 of that input's memory form when there is coverage or a failure, so
   *     that the coordinator can tell whether it rebuilt the same one
   * @param ending the worker JVM halts right after this response
   */
  record Fuzzed(
      Instrumented instrumented,
      Refusals refusals,
      int coverageLength,
      Failure failure,
      long inputCrc,
      boolean ending)
      implements Response {}

  /**
   * Tells, instead of {@link Fuzzed}, of an input that ran earlier and has failed since: a thread
   * that it left behind has thrown something or ended the JVM. In the latter case it may be the
   * answer to any call.
   *
   * @param refusals null when there were none
   * @param input the memory form of that input, which is none that the header describes
   * @param ending the worker JVM halts right after this response
   */
  record Late(
      Instrumented instrumented, Refusals refusals, Failure failure, byte[] input, boolean ending)
      implements Response {}

  /**
   * @param reproduced whether the input did what was to be kept when it was run again
   * @param coverageLength how many probes of coverage bits of the smaller input the shared memory
   *     holds; 0 when a failure was kept or nothing was written
   * @param failure how the input now in the shared memory fails, or null
   * @param others failures for other causes that were met on the way, the first few
   * @param ending the worker JVM halts right after this response
   */
  record Minimized(
      Instrumented instrumented,
      boolean reproduced,
      int coverageLength,
      Failure failure,
      List<Other> others,
      boolean ending)
      implements Response {}

  /**
   * A failure that was not looked for.
   *
   * @param input the memory form of the input that has it
   */
  record Other(Failure failure, byte[] input) {}
}
