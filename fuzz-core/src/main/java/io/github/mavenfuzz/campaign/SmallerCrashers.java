package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.campaign.Search.Seen;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.process.JvmPurpose;
import io.github.mavenfuzz.shrink.Proposals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks for smaller inputs that hang, end their JVM or fill its heap, with a few tries for each.
 * Whether a smaller one hangs is told by a short look, so that in the end the smallest is run once
 * more to the end of the deadline. Belongs to the coordinator's thread.
 */
final class SmallerCrashers {
  private static final int MOST_TRIES = 12;

  /** No further try begins after this. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final InputShape shape;
  private final InputCodec codec;
  private final boolean deterministic;

  /**
   * @param deterministic whether the clock must not decide
   */
  SmallerCrashers(InputShape shape, boolean deterministic) {
    this.shape = shape;
    this.codec = new InputCodec(shape);
    this.deterministic = deterministic;
  }

  /**
   * The first try, or null when there is none to make.
   *
   * @param task that has confirmed a failure
   * @param seen how
   */
  Task.Confirm first(Task.Confirm task, Seen seen) {
    boolean unknown = task.failure().kind().isRepeatable() || task.origin().seed();
    return unknown ? null : next(task, Search.of(seen, System.nanoTime() + LONGEST.toNanos()));
  }

  /**
   * What to run after a try, or null when the search is over.
   *
   * @param seen how the entry has failed, or null when it has not failed alike
   */
  Task.Confirm next(Task.Confirm task, Seen seen) {
    return task.search().isLast() ? null : next(task, task.search().with(seen));
  }

  private Task.Confirm next(Task.Confirm task, Search search) {
    boolean enough =
        search.answers().size() >= MOST_TRIES
            || !deterministic && System.nanoTime() - search.endNanos() >= 0;
    Optional<CorpusEntry> smaller = enough ? Optional.empty() : propose(search);
    boolean hangs = task.failure().kind() == FailureKind.HANG;
    if (smaller.isPresent()) {
      return task.trying(smaller.get(), hangs ? JvmPurpose.HASTY : JvmPurpose.REPEAT, search);
    }
    return hangs && search.hasSmaller()
        ? task.trying(search.best().entry(), JvmPurpose.REPEAT, search.last())
        : null;
  }

  private Optional<CorpusEntry> propose(Search search) {
    try {
      List<Object> values = codec.decode(search.first().entry().content());
      return Proposals.next(shape, values, search.answers())
          .map(smaller -> CorpusEntry.inMemory(codec.encode(smaller)));
    } catch (MalformedInputException e) {
      return Optional.empty();
    }
  }

  /**
   * What to report when a search is over, or cut short.
   *
   * @param seen how the entry of the last task has failed, or null when it has not failed alike
   */
  static Seen result(Search search, Failure failure, Seen seen) {
    if (failure.kind() != FailureKind.HANG) {
      return seen == null ? search.best() : seen;
    }
    return search.isLast() && seen != null ? seen : search.first();
  }
}
