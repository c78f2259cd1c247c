package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.corpus.CorpusEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Which entry is fuzzed next: the one that was fuzzed least, and of several the newest. A new entry
 * starts a few rounds behind the others, so that it is tried at once but not for long. Belongs to
 * the coordinator's thread; its order depends on nothing but the order of the calls.
 */
final class InputQueue {
  private static final int HEAD_START = 3;
  private static final int ORDINARY_LENGTH = 512;

  private record Turn(CorpusEntry entry, long rounds, long sequence) {}

  private final Deque<CorpusEntry> warmups = new ArrayDeque<>();
  private final PriorityQueue<Turn> turns =
      new PriorityQueue<>(
          Comparator.comparingLong(Turn::rounds)
              .thenComparing(Comparator.comparingLong(Turn::sequence).reversed()));
  private long sequence;

  /** The latest round of which an entry has had its turn. */
  private long round;

  /** Adds an entry that has to be run once, as it is, before any is fuzzed. */
  void addWarmup(CorpusEntry entry) {
    warmups.add(entry);
  }

  /** Adds an entry to be fuzzed again and again. */
  void add(CorpusEntry entry) {
    turns.add(new Turn(entry, round - HEAD_START, sequence++));
  }

  /** Puts entries back that could not be run, in their order. */
  void repeatWarmups(List<CorpusEntry> entries) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      warmups.addFirst(entries.get(i));
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
    List<CorpusEntry> taken = new ArrayList<>();
    boolean seeds = isSeedNext();
    long length = 0;
    do {
      CorpusEntry entry = warmups.remove();
      taken.add(entry);
      length += entry.content().length;
    } while (taken.size() < most
        && hasWarmup()
        && isSeedNext() == seeds
        && length + warmups.element().content().length <= bytes);
    return taken;
  }

  boolean isEmpty() {
    return turns.isEmpty();
  }

  /** The next entry to fuzz, which goes back into the queue. */
  CorpusEntry next() {
    Turn turn = turns.remove();
    round = Math.max(round, turn.rounds);
    turns.add(new Turn(turn.entry, turn.rounds + cost(turn.entry), turn.sequence));
    return turn.entry;
  }

  /** One round, and another each time that the length doubles beyond what is ordinary. */
  private static int cost(CorpusEntry entry) {
    int size = entry.content().length / ORDINARY_LENGTH;
    return 1 + (Integer.SIZE - Integer.numberOfLeadingZeros(size));
  }
}
