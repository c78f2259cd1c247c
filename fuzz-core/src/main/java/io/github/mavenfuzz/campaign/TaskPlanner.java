package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.mutate.PcgRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Decides what a free worker does next: make what fails smaller, then run what has to be run once,
 * then make new entries smaller, then fuzz. Belongs to the coordinator's thread.
 */
public final class TaskPlanner {
  private static final long SLICE_MILLIS = 100;

  /** Runs of a slice where the clock must not count. */
  private static final long SLICE_RUNS = 5_000;

  private static final long FIRST_SLICE_RUNS = 100;

  private static final long MINIMIZE_FAILURE_MILLIS = 10_000;
  private static final long MINIMIZE_FAILURE_RUNS = 1_000_000;
  private static final long MINIMIZE_COVERAGE_MILLIS = 500;
  private static final long MINIMIZE_COVERAGE_RUNS = 1_000;
  private static final int WARMUP_RUNS = 2;

  /** Entries that are run once in one call: enough that calls cost little, soon done. */
  private static final int WARMUP_ENTRIES = 256;

  /** Of the entries of one call together, unless there is only one. */
  static final int WARMUP_BYTES = 1 << 16;

  /** New entries are made smaller while that takes at most one in so many runs. */
  private static final long MINIMIZE_COVERAGE_SHARE = 10;

  /** Random sequences that no slice uses. */
  private static final long WORDS_STREAM = -1;

  private static final long HINTS_STREAM = -2;

  /** Of one call that traces. */
  private static final long TRACE_MILLIS = 200;

  private final boolean deterministic;
  private final int workers;
  private final boolean traces;
  private final WordStore words;
  private final HintStore hints;
  private final GrowthLimit growth;
  private final Budget budget;
  private final InputQueue queue = new InputQueue();
  private final FavouredEntries favoured = new FavouredEntries(queue);
  private final Deque<Task.Minimize> failures = new ArrayDeque<>();
  private final Deque<Task.Confirm> confirmations = new ArrayDeque<>();
  private final Deque<Task.Minimize> minimizeTasks = new ArrayDeque<>();
  private int runningWarmups;

  /** How many of the next entries that have to be run once have a call each. */
  private int warmupsAlone;

  private int runningSeeds;
  private long minimizeRuns;
  private long stream;

  /**
   * @param maxLength the most bytes to which a mutation may grow an argument
   */
  public TaskPlanner(
      RunSettings settings, Budget budget, Collection<CorpusEntry> corpus, int maxLength) {
    this.deterministic = settings.isDeterministic();
    this.workers = settings.workers();
    this.traces = settings.mutation().traces();
    this.words =
        new WordStore(
            settings.mutation().dictionary(), new PcgRandom(settings.seed(), WORDS_STREAM));
    this.hints = new HintStore(new PcgRandom(settings.seed(), HINTS_STREAM));
    this.budget = budget;
    this.growth = new GrowthLimit(longestSeed(corpus), maxLength);
    // The smallest first: they are the ones that others have to beat. Seeds before all, as they
    // have files.
    corpus.stream()
        .sorted(
            Comparator.comparing((CorpusEntry entry) -> !entry.seed())
                .thenComparing(entry -> entry.content().length))
        .forEach(queue::addWarmup);
  }

  private static int longestSeed(Collection<CorpusEntry> corpus) {
    return corpus.stream()
        .filter(CorpusEntry::seed)
        .mapToInt(seed -> seed.content().length)
        .max()
        .orElse(0);
  }

  /**
   * Plans to look into a failure that has not been seen before.
   *
   * @param fits whether the entry is of a length that can be made smaller
   */
  void addFailure(CorpusEntry entry, Failure failure, boolean fits) {
    // A seed has its file; anything smaller would be a second file for the same cause.
    boolean minimize = failure.kind().isRepeatable() && fits && !entry.seed();
    if (minimize) {
      failures.add(
          new Task.Minimize(
              entry,
              failure,
              null,
              deterministic ? 0 : MINIMIZE_FAILURE_MILLIS,
              MINIMIZE_FAILURE_RUNS));
    } else {
      addConfirmation(new Task.Confirm(entry, failure));
    }
  }

  /** Whether the clock must not decide anything. */
  boolean isDeterministic() {
    return deterministic;
  }

  /** Plans to run an entry that has failed in a JVM of its own. */
  void addConfirmation(Task.Confirm task) {
    confirmations.add(task);
  }

  /** Plans to run an entry once, as it is. */
  void addWarmup(CorpusEntry entry) {
    queue.addWarmup(entry);
  }

  /** Plans entries again that could not be run, as they were planned before, in their order. */
  void repeatWarmups(List<CorpusEntry> entries) {
    queue.repeatWarmups(entries);
    warmupsAlone += warmupsAlone > 0 ? entries.size() : 0;
  }

  /** Plans entries again, of which nobody knows which one kept the others from being run. */
  void repeatWarmupsAlone(List<CorpusEntry> entries) {
    queue.repeatWarmups(entries);
    warmupsAlone += entries.size();
  }

  /** Adds an entry to be fuzzed of which nothing is known. */
  public void add(CorpusEntry entry) {
    add(entry, 0, new byte[0]);
  }

  /**
   * Adds an entry to be fuzzed.
   *
   * @param nanos how long a run of it takes; 0 when that is not known
   * @param bits what it has reached, as far as is known, in the run's numbering
   */
  void add(CorpusEntry entry, long nanos, byte[] bits) {
    long counted = deterministic ? 0 : nanos;
    queue.add(entry, counted);
    if (traces) {
      hints.add(entry);
    }
    favoured.add(entry, counted, bits);
  }

  /** Takes in what became of entries that were fuzzed together. */
  void fuzzed(Task.Fuzz task, TaskResult.Fuzzed result) {
    int[] found = new int[task.batch().entries().size()];
    result.found().forEach(one -> found[one.parent()]++);
    List<Turn> turns = result.turns();
    if (deterministic) {
      turns =
          turns.stream()
              .map(t -> new Turn(t.runs(), t.failures(), 0, t.tried(), t.failedHints()))
              .toList();
    }
    queue.done(task.batch(), turns, found);
    growth.sliceDone(result.found().size());
    hints.done(task.batch(), turns);
    for (TaskResult.Found one : result.found()) {
      words.found(task.words(), task.batch().entries().get(one.parent()).content(), one.input());
    }
  }

  /** Entries to be traced next, or null when there are none. */
  Task.Trace nextTrace() {
    List<CorpusEntry> entries = hints.next();
    return entries == null ? null : new Task.Trace(entries, deterministic ? 0 : TRACE_MILLIS);
  }

  /** Whether entries have still to be traced, or are being. */
  boolean isTracing() {
    return !hints.isEmpty();
  }

  /** Takes in what comparisons have asked for. */
  void traced(Task.Trace task, TaskResult.Traced result) {
    hints.traced(task.entries(), result.traces());
    result.traces().forEach(trace -> words.addCompared(trace.words()));
    words.addConstants(result.words());
  }

  /** Takes note that the JVM that traced some entries has died. */
  void notTraced(Task.Trace task) {
    hints.drop(task.entries());
  }

  /**
   * Takes note that the worker JVM has died that fuzzed some entries.
   *
   * @param entry of which the input was a variation that ran then, or null
   */
  void died(Integer entry, Task.Fuzz task) {
    if (entry != null) {
      queue.died(task.batch().entries().get(entry));
      hints.died(task.batch().entries().get(entry));
    }
  }

  /** Whether new entries may be made smaller without eating into the budget. */
  boolean canMinimizeCoverage() {
    return minimizeTasks.size() < workers // a slice may bring home many at once
        && minimizeRuns * MINIMIZE_COVERAGE_SHARE <= budget.runs()
        && budget.canReserve();
  }

  /**
   * Plans to make a new entry smaller.
   *
   * @param keep the coverage that no other entry has, in the run's numbering
   */
  void addMinimization(CorpusEntry entry, byte[] keep) {
    minimizeTasks.add(
        new Task.Minimize(
            entry,
            null,
            keep,
            deterministic ? 0 : MINIMIZE_COVERAGE_MILLIS,
            MINIMIZE_COVERAGE_RUNS));
  }

  /** How many failures wait to be looked into. */
  int failureTasks() {
    return failures.size() + confirmations.size();
  }

  /** The next failure to make smaller, or null. */
  public Task.Minimize nextFailure() {
    return failures.poll();
  }

  /** The next failure to confirm, or null. */
  public Task.Confirm nextConfirmation() {
    return confirmations.poll();
  }

  /** What else is to do, or null when there is nothing until a running task is done. */
  public Task next() {
    if (!budget.canReserve()) {
      return null;
    }
    if (queue.hasWarmup()) {
      return nextWarmup();
    }
    if (runningWarmups > 0) {
      return null;
    }
    if (!minimizeTasks.isEmpty()) {
      Task.Minimize task = minimizeTasks.remove();
      return task.withLimit(budget.reserve(MINIMIZE_COVERAGE_RUNS));
    }
    stream++;
    Call.Slice slice =
        new Call.Slice(
            deterministic ? 0 : SLICE_MILLIS,
            budget.reserve(deterministic ? sliceRuns() : budget.share(workers)),
            growth.current());
    List<CorpusEntry> first = hints.first(budget.runs());
    Task.Batch batch = queue.next(first);
    List<Call.Hints> ofEach =
        batch.entries().stream().map(entry -> hints.of(entry, first.contains(entry))).toList();
    return new Task.Fuzz(batch.with(ofEach), words.next(), slice, stream);
  }

  /** Small at first, so that a slow target is heard of before its time is over. */
  private long sliceRuns() {
    return Math.min(SLICE_RUNS, FIRST_SLICE_RUNS * stream);
  }

  /** A cause that a seed and a corpus entry share has to be found by the seed, which has a file. */
  private Task nextWarmup() {
    if (runningSeeds > 0 && !queue.isSeedNext()) {
      return null;
    }
    long runs = budget.reserve(WARMUP_RUNS * mostWarmups());
    List<CorpusEntry> entries = queue.nextWarmups(Math.max(1, runs / WARMUP_RUNS), WARMUP_BYTES);
    Task task = new Task.WarmUp(entries, (int) Math.min(runs, WARMUP_RUNS));
    budget.release(runs - task.reserved());
    runningWarmups++;
    runningSeeds += task.entry().seed() ? 1 : 0;
    return task;
  }

  /** As many that all workers have something to do. */
  private long mostWarmups() {
    if (warmupsAlone > 0) {
      warmupsAlone--;
      return 1;
    }
    return Math.max(1, Math.min(WARMUP_ENTRIES, queue.warmups() / (2 * workers)));
  }

  /** Whether everything that there was at the beginning has been run once. */
  public boolean isWarmedUp() {
    return !queue.hasWarmup() && runningWarmups == 0;
  }

  /** Whether there is an entry to fuzz, once everything has been run once. */
  public boolean needsEntries() {
    return queue.isEmpty() && isWarmedUp();
  }

  /** Takes note that a task is done, with or without a result. */
  public void done(Task task, long runs) {
    budget.release(task.reserved());
    if (task instanceof Task.Trace) {
      return; // its runs are of another JVM, for another purpose
    }
    if (task.isAboutFailure()) {
      budget.addExtraRuns(runs);
      return;
    }
    budget.addRuns(runs);
    if (task instanceof Task.WarmUp) {
      runningWarmups--;
      runningSeeds -= task.entry().seed() ? 1 : 0;
    } else if (task instanceof Task.Minimize) {
      minimizeRuns += runs;
    }
  }

  /** Plans a task again that could not be begun. */
  public void repeat(Task task) {
    if (task instanceof Task.Confirm confirm) {
      confirmations.addFirst(confirm);
    } else if (task instanceof Task.Minimize minimize) {
      (task.isAboutFailure() ? failures : minimizeTasks).addFirst(minimize);
    } else if (task instanceof Task.WarmUp warmUp) {
      repeatWarmups(warmUp.entries());
    } else if (task instanceof Task.Trace trace) {
      hints.traced(trace.entries(), List.of());
    }
  }

  /** The failures and new entries that there was no time to work on, for which this is the end. */
  public List<Task> drain() {
    List<Task> left = new ArrayList<>(confirmations);
    left.addAll(failures);
    left.addAll(minimizeTasks);
    confirmations.clear();
    failures.clear();
    minimizeTasks.clear();
    return left;
  }
}
