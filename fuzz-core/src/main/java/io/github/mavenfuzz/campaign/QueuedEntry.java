package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.corpus.CorpusEntry;

/** An entry of {@link InputQueue} with what is known of its turns; in the coordinator's thread. */
final class QueuedEntry {
  /** What is used is counted in so many parts of a run for each unit of weight. */
  static final long UNIT = 1 << 10;

  private static final int ORDINARY_WEIGHT = 64;
  private static final int ORDINARY_LENGTH = 512;

  /** Until an entry has had so many runs it is new, and has some more. */
  private static final long NEW_RUNS = 1_000;

  /** Runs that tell how many of the variations fail. */
  private static final long TELLING_RUNS = 100;

  /** What the death of a worker JVM is taken for, in runs that fail. */
  private static final long RUNS_OF_DEATH = 1_000;

  private final CorpusEntry entry;
  private final long sequence;

  /** How long a run took when it was found; 0 when that is not known or does not count. */
  private final long firstNanos;

  /** Runs for each unit of weight, in parts of {@link #UNIT}; turns that are on included. */
  private long used;

  /** What the turns that are on have been taken to cost. */
  private long promised;

  private int turns;
  private long runs;
  private long failures;

  /** How long its runs have taken together; 0 when that does not count. */
  private long spentNanos;

  /** How many inputs with new coverage stem from it, of late. */
  private int found;

  private boolean needed = true;

  QueuedEntry(CorpusEntry entry, long sequence, long nanos, long used) {
    this.entry = entry;
    this.sequence = sequence;
    this.firstNanos = nanos;
    this.used = used;
  }

  CorpusEntry entry() {
    return entry;
  }

  /** When it was added, as a number that grows. */
  long sequence() {
    return sequence;
  }

  long used() {
    return used;
  }

  int length() {
    return entry.content().length;
  }

  /**
   * How often it is to be fuzzed in relation to others: more while it is new or has led to new
   * coverage of late; less the longer and slower it is, the more of its variations fail, and when
   * no coverage needs it.
   *
   * @param usualNanos how long a run of the other entries takes; 0 when that is not known
   */
  int weight(long usualNanos) {
    long weight = ORDINARY_WEIGHT / (1 + doublings());
    if (runs < NEW_RUNS) {
      weight *= 2;
    }
    weight *= 1 + Math.min(found, 3);
    long nanos = spentNanos > 0 ? spentNanos / Math.max(1, runs) : firstNanos;
    if (nanos > 0 && usualNanos > 0) {
      weight = Math.min(weight * 2, weight * usualNanos / nanos);
    }
    if (runs >= TELLING_RUNS) {
      weight = Math.max(weight / 10, weight * (runs - failures) / runs);
    }
    return (int) Math.max(1, needed ? weight : weight / 8);
  }

  /** How often its length doubles beyond what is ordinary. */
  private int doublings() {
    return Integer.SIZE - Integer.numberOfLeadingZeros(length() / ORDINARY_LENGTH);
  }

  /**
   * Begins a turn.
   *
   * @param cost what it is taken to cost until its end tells
   */
  void begin(long cost) {
    used += cost;
    promised += cost;
    turns++;
  }

  /**
   * Ends a turn.
   *
   * @param newlyFound how many inputs with new coverage stem from it
   * @param weight that it had in this turn
   * @param usualNanos how long a run of the other entries takes; 0 when that is not known
   */
  void end(Turn turn, int newlyFound, int weight, long usualNanos) {
    used -= promised / turns;
    promised -= promised / turns;
    turns--;
    used += Math.max(turn.runs(), runsWorth(turn.nanos(), usualNanos)) * UNIT / weight;
    runs += turn.runs();
    failures += turn.failures();
    spentNanos += turn.nanos();
    found = newlyFound > 0 ? found + newlyFound : found / 2;
  }

  /** How many runs of other entries would have taken as long: a slow entry has used as much. */
  private static long runsWorth(long nanos, long usualNanos) {
    return usualNanos == 0 ? 0 : nanos / usualNanos;
  }

  void died() {
    runs += RUNS_OF_DEATH;
    failures += RUNS_OF_DEATH;
    used += RUNS_OF_DEATH * UNIT / ORDINARY_WEIGHT;
  }

  void setNeeded(boolean needed) {
    this.needed = needed;
  }
}
