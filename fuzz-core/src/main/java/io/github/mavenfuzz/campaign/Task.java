package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.process.JvmPurpose;
import java.util.Collections;
import java.util.List;

/** What the coordinator gives a worker to do. Coverage in it is in the run's numbering. */
public sealed interface Task {

  /** The entry that it is about, or the first of several. */
  CorpusEntry entry();

  /**
   * Run entries as they are, one after the other, as many as there is time for.
   *
   * @param entries at least one; either all are seeds, or none is
   * @param runs of each: 2 tell which of its coverage is stable, 1 does not
   */
  record WarmUp(List<CorpusEntry> entries, int runs) implements Task {

    @Override
    public CorpusEntry entry() {
      return entries.get(0);
    }
  }

  /**
   * Run entries once each where comparisons are traced.
   *
   * @param entries at least one
   * @param limitMillis after which no further entry begins; 0 means that the time does not count
   */
  record Trace(List<CorpusEntry> entries, long limitMillis) implements Task {

    @Override
    public CorpusEntry entry() {
      return entries.get(0);
    }

    @Override
    public JvmPurpose purpose() {
      return JvmPurpose.TRACE;
    }
  }

  /** Run an entry once, as it is, in a JVM that may have run others. */
  record Replay(CorpusEntry entry) implements Task {}

  /**
   * Fuzz entries for a slice.
   *
   * @param batch the entries
   * @param words that mutations put into inputs
   * @param stream which of the seed's random sequences to use
   */
  record Fuzz(Batch batch, Dictionary words, Call.Slice slice, long stream) implements Task {
    @Override
    public CorpusEntry entry() {
      return batch.entries().get(0);
    }
  }

  /**
   * Entries that are fuzzed together.
   *
   * @param entries at least one
   * @param weights how often each is chosen in relation to the others
   * @param hints of each
   */
  record Batch(List<CorpusEntry> entries, List<Integer> weights, List<Call.Hints> hints) {
    /** Entries without hints. */
    public Batch(List<CorpusEntry> entries, List<Integer> weights) {
      this(entries, weights, Collections.nCopies(entries.size(), Call.Hints.NONE));
    }

    Batch with(List<Call.Hints> others) {
      return new Batch(entries, weights, others);
    }
  }

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

    /** The same, to be done after so many milliseconds at most, unless only the limit counts. */
    public Minimize within(long millis) {
      long least = limitMillis == 0 ? 0 : Math.max(1, Math.min(limitMillis, millis));
      return new Minimize(entry, failure, keep, least, limit);
    }
  }

  /**
   * Run an entry once in a JVM that has run nothing else: what fails there fails by itself, and not
   * because of what other runs have left behind.
   *
   * @param origin what failed first
   * @param entry what is run: the origin, or a smaller one that has failed alike
   * @param failure how it failed
   * @param attempt in which JVM
   * @param search what is known when the entry is one of those tried to find a smaller one; else
   *     null
   */
  public record Confirm(
      CorpusEntry origin, CorpusEntry entry, Failure failure, Attempt attempt, Search search)
      implements Task {

    /**
     * @param purpose of the JVM
     * @param again how many JVMs more have to see it fail
     * @param kills how often something outside has ended the JVM before it was done
     */
    record Attempt(JvmPurpose purpose, int again, int kills) {}

    public Confirm(CorpusEntry entry, Failure failure) {
      this(entry, entry, failure, new Attempt(purpose(failure), 0, 0), null);
    }

    /** Probes take some stack and time, so what runs out of those has to be run with them. */
    private static JvmPurpose purpose(Failure failure) {
      return failure.kind() == FailureKind.EXCEPTION && !failure.isStackOverflow()
          ? JvmPurpose.PLAIN
          : JvmPurpose.REPEAT;
    }

    /** The same for an entry made of the origin. */
    Confirm withSmaller(byte[] content) {
      return of(CorpusEntry.inMemory(content));
    }

    boolean isOfOrigin() {
      return entry == origin;
    }

    Confirm ofOrigin() {
      return of(origin);
    }

    private Confirm of(CorpusEntry other) {
      return new Confirm(
          origin, other, failure, new Attempt(attempt.purpose, attempt.again, 0), search);
    }

    public boolean hasProbes() {
      return attempt.purpose.hasProbes();
    }

    /** The same in JVMs like that which saw it fail, for it has passed without probes. */
    public Confirm withProbes() {
      return in(new Attempt(JvmPurpose.REPEAT, 1, attempt.kills));
    }

    /** The same for a failure that may come and go: two JVMs have to agree. */
    Confirm doubted() {
      return in(new Attempt(attempt.purpose, 1, attempt.kills));
    }

    boolean isForSeveralJvms() {
      return attempt.again > 0;
    }

    Confirm inAnotherJvm() {
      return in(new Attempt(attempt.purpose, attempt.again - 1, attempt.kills));
    }

    Confirm afterKill() {
      return in(new Attempt(attempt.purpose, attempt.again, attempt.kills + 1));
    }

    /** The same for another entry, which is to show whether it fails alike. */
    Confirm trying(CorpusEntry candidate, JvmPurpose purpose, Search known) {
      return new Confirm(origin, candidate, failure, new Attempt(purpose, 0, 0), known);
    }

    private Confirm in(Attempt other) {
      return new Confirm(origin, entry, failure, other, search);
    }

    @Override
    public JvmPurpose purpose() {
      return attempt.purpose;
    }
  }

  /** What the JVM is for in which it is done. */
  default JvmPurpose purpose() {
    return JvmPurpose.FUZZ;
  }

  /** The most runs that the budget has promised for the task, or 0. */
  default long reserved() {
    if (this instanceof Fuzz fuzz) {
      return fuzz.slice().limit();
    }
    if (this instanceof WarmUp warmUp) {
      return (long) warmUp.runs() * warmUp.entries().size();
    }
    return this instanceof Minimize m && !isAboutFailure() ? m.limit() : 0;
  }

  /** Whether the task is about a failure, and so worth doing after the end of the budget. */
  default boolean isAboutFailure() {
    return this instanceof Confirm || this instanceof Minimize m && m.failure() != null;
  }
}
