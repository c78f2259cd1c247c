package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;

/** What the coordinator gives a worker to do. Coverage in it is in the run's numbering. */
sealed interface Task {

  CorpusEntry entry();

  /**
   * Fuzz an entry for a slice, or run it as it is.
   *
   * @param warmup run the entry as it is, once and again to tell which coverage is stable
   * @param sliceMillis 0 means only the limit counts
   * @param limit the most runs; 0 means no limit
   * @param stream which of the seed's random sequences to use
   */
  record Fuzz(CorpusEntry entry, boolean warmup, long sliceMillis, long limit, long stream)
      implements Task {}

  /**
   * Find a smaller entry with the same failure, or the same new coverage.
   *
   * @param failure what to keep, or null to keep coverage
   * @param keep the new coverage to keep, in the run's numbering, or null
   * @param limitMillis 0 means only the limit counts
   * @param limit the most runs
   */
  record Minimize(CorpusEntry entry, Failure failure, byte[] keep, long limitMillis, long limit)
      implements Task {

    Minimize withLimit(long runs) {
      return new Minimize(entry, failure, keep, limitMillis, runs);
    }
  }

  /**
   * Run an entry again to see whether it fails again.
   *
   * @param failure how it failed
   */
  record Confirm(CorpusEntry entry, Failure failure) implements Task {}

  /** The most runs that the budget has promised for the task, or 0. */
  default long reserved() {
    if (this instanceof Fuzz fuzz) {
      return fuzz.limit();
    }
    return this instanceof Minimize m && !isAboutFailure() ? m.limit() : 0;
  }

  /** Whether the task is about a failure, and so worth doing after the end of the budget. */
  default boolean isAboutFailure() {
    return this instanceof Confirm || this instanceof Minimize m && m.failure() != null;
  }
}
