package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Reached;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.comm.Response.Trace;
import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.finding.Evidence;
import java.util.List;

/**
 * What a worker made of a task: one kind for each kind of task, or that the worker JVM died. Inputs
 * in it are in their file form, and coverage is in the numbering of the worker JVM.
 */
public sealed interface TaskResult {
  Account account();

  /** What has failed, or null. */
  Failed failed();

  /** Calls of the target. */
  default long runs() {
    return account().runs;
  }

  /** Whether the input failed for the same cause as another failure. */
  default boolean hasFailed(Failure like) {
    return failed() != null && failed().failure().isLike(like);
  }

  /**
   * What the task has cost.
   *
   * @param runs calls of the target
   * @param refusals those of them that did not reach it; null when all did, as far as is known
   * @param instrumented classes that the worker JVM announced, or null when it announced none
   */
  record Account(long runs, Refusals refusals, Instrumented instrumented) {}

  /**
   * An input that failed.
   *
   * @param entry which one of the task's entries it is; null for any other input, such as a
   *     variation or one of an earlier task
   * @param evidence what the worker JVM left behind
   */
  record Failed(Integer entry, byte[] input, Failure failure, Evidence evidence) {}

  /**
   * Of {@link Task.WarmUp}.
   *
   * @param passed what each of the entries has reached that have passed, from the first on
   * @param failed how the entry behind them failed, or an input of an earlier task; null when the
   *     time was over
   */
  record WarmedUp(Account account, List<Reached> passed, Failed failed) implements TaskResult {}

  /**
   * Of {@link Task.Fuzz}.
   *
   * @param found inputs with new coverage
   * @param turns what became of each of the task's entries
   */
  record Fuzzed(Account account, List<Found> found, List<Turn> turns, Failed failed)
      implements TaskResult {}

  /**
   * An input that has reached coverage that was new to the worker JVM.
   *
   * @param parent from which of the task's entries it stems
   */
  record Found(int parent, byte[] input, Reached reached) {}

  /**
   * Of {@link Task.Minimize}.
   *
   * @param input the smallest that was found
   * @param bits its coverage; null when a failure was to be kept, or the coverage was not there
   * @param failed how that input fails, or null
   * @param others failures for other causes that were met on the way
   */
  record Minimized(Account account, byte[] input, byte[] bits, Failed failed, List<Other> others)
      implements TaskResult {}

  /**
   * A failure for another cause than the one that the task is about.
   *
   * @param input the input that has it
   */
  record Other(Failure failure, byte[] input) {}

  /**
   * Of {@link Task.Trace}.
   *
   * @param traces of the first of the entries
   * @param words constants of classes that were loaded
   */
  record Traced(Account account, List<Trace> traces, List<String> words) implements TaskResult {
    @Override
    public Failed failed() {
      return null;
    }
  }

  /** Of {@link Task.Confirm} and {@link Task.Replay}. */
  record Confirmed(Account account, Failed failed) implements TaskResult {}

  /**
   * Of any task.
   *
   * @param last the input that ran last, or has failed late
   * @param failure how it failed, or null when it is not to blame
   * @param suspectReason why it is not to blame, or null when it is
   * @param found inputs whose coverage was new and is lost
   */
  record Died(
      Account account,
      Last last,
      Failure failure,
      String suspectReason,
      Evidence evidence,
      List<byte[]> found)
      implements TaskResult {
    @Override
    public Failed failed() {
      return failure == null ? null : new Failed(last.entry, last.input, failure, evidence);
    }
  }

  /**
   * The input that ran when a worker JVM died.
   *
   * @param entry which of the task's entries it is, or is a variation of; null when that is not
   *     known, or it is none
   * @param earlier whether it is an input of an earlier task, which has failed late
   */
  record Last(Integer entry, byte[] input, boolean earlier) {}
}
