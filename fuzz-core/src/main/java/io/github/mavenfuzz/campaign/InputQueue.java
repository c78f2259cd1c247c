package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.campaign.Task.Batch;
import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.corpus.CorpusEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which entries are fuzzed next: those that have had the fewest runs in relation to their weight,
 * and of several the newest. Belongs to the coordinator's thread; its order depends on nothing but
 * the calls.
 *
 * <p>Example: an entry that has had 600 runs at a weight of 60 has used ten runs for each unit of
 * its weight, and comes behind one that has had 300 runs at 60. A new entry starts a little behind
 * what the others have used, so that it is tried at once but not for long.
 */
final class InputQueue {
  /** Entries of one batch: enough that all of a small corpus are in each. */
  private static final int MOST_ENTRIES = 64;

  /** Of the entries of a batch together, unless there is only one. */
  private static final int MOST_BYTES = 1 << 16;

  /** By how many turns a new entry is ahead. */
  private static final int HEAD_START = 3;

  /** What a turn is taken for until the first has shown how long one is, for a unit of weight. */
  private static final long FIRST_COST = 1 << 10;

  private final Deque<CorpusEntry> warmups = new ArrayDeque<>();
  private final Map<CorpusEntry, QueuedEntry> entries = new IdentityHashMap<>();
  private final TreeSet<QueuedEntry> order =
      new TreeSet<>(
          Comparator.comparingLong(QueuedEntry::used)
              .thenComparing(Comparator.comparingLong(QueuedEntry::sequence).reversed()));
  private long sequence;

  /** All runs of which the time counts, and how long they took. */
  private long timedRuns;

  private long timedNanos;

  /** What those have used that had a turn last, for a unit of weight. */
  private long used;

  /** What a turn costs for a unit of weight, as it was the last time. */
  private long cost = FIRST_COST;

  /** Adds an entry that has to be run once, as it is, before any is fuzzed. */
  void addWarmup(CorpusEntry entry) {
    warmups.add(entry);
  }

  /**
   * Adds an entry to be fuzzed again and again.
   *
   * @param nanos how long a run of it takes; 0 when that is not known or must not count
   */
  void add(CorpusEntry entry, long nanos) {
    QueuedEntry queued = new QueuedEntry(entry, sequence++, nanos, used - HEAD_START * cost);
    QueuedEntry before = entries.put(entry, queued);
    if (before != null) {
      order.remove(before);
    }
    order.add(queued);
  }

  /** Puts entries back that could not be run, in their order. */
  void repeatWarmups(List<CorpusEntry> back) {
    for (int i = back.size() - 1; i >= 0; i--) {
      warmups.addFirst(back.get(i));
    }
  }

  boolean hasWarmup() {
    return !warmups.isEmpty();
  }

  /** How many entries have to be run once. */
  int warmups() {
    return warmups.size();
  }

  /** Whether the next entry that has to be run once is a seed. */
  boolean isSeedNext() {
    return warmups.element().seed();
  }

  /**
   * Takes entries that have to be run once, at least one, either seeds only or none.
   *
   * @param most how many entries
   * @param bytes how long they may be together, unless there is only one
   */
  List<CorpusEntry> nextWarmups(long most, int bytes) {
    boolean seeds = isSeedNext();
    return take(warmups, most, bytes, entry -> entry.seed() == seeds);
  }

  /**
   * Takes entries from the front, at least one.
   *
   * @param most how many entries
   * @param bytes how long they may be together, unless there is only one
   * @param fits which may come behind the first
   */
  static List<CorpusEntry> take(
      Deque<CorpusEntry> from, long most, int bytes, Predicate<CorpusEntry> fits) {
    List<CorpusEntry> taken = new ArrayList<>();
    long length = 0;
    do {
      CorpusEntry entry = from.remove();
      taken.add(entry);
      length += entry.content().length;
    } while (taken.size() < most
        && !from.isEmpty()
        && fits.test(from.element())
        && length + from.element().content().length <= bytes);
    return taken;
  }

  boolean isEmpty() {
    return order.isEmpty();
  }

  /**
   * The next entries to fuzz, which go back into the queue as if a turn had cost as the last.
   *
   * @param first entries that are wanted whatever they have used, as many as fit
   */
  Batch next(Collection<CorpusEntry> first) {
    List<QueuedEntry> taken = new ArrayList<>();
    used = Math.max(used, order.first().used());
    long length = 0;
    for (CorpusEntry entry : first) {
      QueuedEntry queued = entries.get(entry);
      if (queued != null && (taken.isEmpty() || length + queued.length() <= MOST_BYTES)) {
        order.remove(queued);
        taken.add(queued);
        length += queued.length();
      }
    }
    while (taken.isEmpty()
        || taken.size() < MOST_ENTRIES
            && !order.isEmpty()
            && length + order.first().length() <= MOST_BYTES) {
      QueuedEntry queued = order.pollFirst();
      taken.add(queued);
      length += queued.length();
    }
    for (QueuedEntry queued : taken) {
      queued.begin(cost);
      order.add(queued);
    }
    return new Batch(
        taken.stream().map(QueuedEntry::entry).toList(),
        taken.stream().map(queued -> queued.weight(usualNanos())).toList());
  }

  /** How long a run of an entry takes on average; 0 when that is not known. */
  long usualNanos() {
    return timedRuns == 0 ? 0 : timedNanos / timedRuns;
  }

  /**
   * Takes in what became of a batch.
   *
   * @param turns of its entries, in their order
   * @param found how many inputs with new coverage stem from each
   */
  void done(Batch batch, List<Turn> turns, int[] found) {
    long runs = turns.stream().mapToLong(Turn::runs).sum();
    long weights = batch.weights().stream().mapToLong(Integer::longValue).sum();
    cost = Math.max(1, runs * QueuedEntry.UNIT / weights);
    long nanos = turns.stream().mapToLong(Turn::nanos).sum();
    timedRuns += nanos > 0 ? runs : 0;
    timedNanos += nanos;
    for (int i = 0; i < turns.size(); i++) {
      QueuedEntry queued = entries.get(batch.entries().get(i));
      if (queued != null) {
        order.remove(queued);
        queued.end(turns.get(i), found[i], batch.weights().get(i), usualNanos());
        order.add(queued);
      }
    }
  }

  /** Takes note that a variation of an entry has ended a worker JVM, which costs much time. */
  void died(CorpusEntry entry) {
    QueuedEntry queued = entries.get(entry);
    if (queued != null) {
      order.remove(queued);
      queued.died();
      order.add(queued);
    }
  }

  /**
   * Says whether an entry is needed for some coverage; one that is not gets few runs.
   *
   * @param needed true for an entry of which that is not known
   */
  void setNeeded(CorpusEntry entry, boolean needed) {
    QueuedEntry queued = entries.get(entry);
    if (queued != null) {
      queued.setNeeded(needed);
    }
  }
}
