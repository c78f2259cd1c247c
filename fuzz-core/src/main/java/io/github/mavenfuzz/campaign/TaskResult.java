package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.finding.Evidence;
import java.util.List;

/**
 * What a worker made of a task.
 *
 * @param runs calls of the target
 * @param refusals those of them that did not reach it; null when all did, as far as is known
 * @param instrumented classes that the worker JVM announced, or null when it announced none
 * @param bits new coverage in the worker's numbering, or null
 * @param failure how an input failed, or null
 * @param input the file form of the input that has the coverage or the failure; null when there is
 *     neither
 * @param suspectReason why the worker JVM was gone although no input is to blame, or null
 * @param evidence what the worker JVM left behind, when there is a failure
 * @param index of the entry that ran last or has failed late, of those of a warm-up; their number
 *     when an input of an earlier task has failed late; negative when it is not known
 * @param others failures for other causes that were met while an input was made smaller
 */
public record TaskResult(
    long runs,
    Refusals refusals,
    Instrumented instrumented,
    byte[] bits,
    Failure failure,
    byte[] input,
    String suspectReason,
    Evidence evidence,
    int index,
    List<Other> others) {

  /**
   * A failure for another cause than the one that the task is about.
   *
   * @param input the file form of the input that has it
   */
  public record Other(Failure failure, byte[] input) {}

  /** A result without other failures. */
  public TaskResult(
      long runs,
      Refusals refusals,
      Instrumented instrumented,
      byte[] bits,
      Failure failure,
      byte[] input,
      String suspectReason,
      Evidence evidence,
      int index) {
    this(
        runs,
        refusals,
        instrumented,
        bits,
        failure,
        input,
        suspectReason,
        evidence,
        index,
        List.of());
  }

  /** The same without what only the worker JVM that made it can tell the meaning of. */
  public TaskResult withoutCoverage() {
    return new TaskResult(
        runs, refusals, null, null, failure, input, suspectReason, evidence, index, others);
  }

  /** Whether the input failed for the same cause as another failure. */
  boolean hasFailed(Failure like) {
    return failure != null && failure.isLike(like);
  }
}
