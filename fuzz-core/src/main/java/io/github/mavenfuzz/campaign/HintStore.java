package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.comm.Call.Hints;
import io.github.mavenfuzz.comm.Response.Trace;
import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.PcgRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What comparisons have asked of each entry of a campaign, and which entries have still to be
 * traced. Belongs to the coordinator's thread; depends on nothing but the calls and the seed.
 *
 * <p>Example: an entry with 40 hints takes all of them into its next call, where each is tried
 * once. From then on it takes some of them, by chance, into every call.
 */
final class HintStore {
  /** Entries that are traced in one call. */
  private static final int MOST_TRACED = 32;

  /** Of those together, unless there is only one. */
  private static final int MOST_BYTES = 1 << 16;

  /** Hints of one entry that are tried in one call. */
  private static final int MOST_UNTRIED = 128;

  /** Hints that have been tried, of one entry in one call. */
  private static final int MOST_TRIED = 12;

  /** Entries with hints to try in one call. */
  private static final int MOST_FIRST = 24;

  private static final class OfEntry {
    private final List<Hint> hints;
    private int tried;

    OfEntry(List<Hint> hints) {
      this.hints = hints;
    }

    boolean hasUntried() {
      return tried < hints.size();
    }
  }

  private final PcgRandom random;
  private final Deque<CorpusEntry> untraced = new ArrayDeque<>();
  private final Map<CorpusEntry, OfEntry> hints = new IdentityHashMap<>();

  /** Entries with hints that were not tried, the oldest first. */
  private final Map<CorpusEntry, OfEntry> fresh = new LinkedHashMap<>();

  private final Set<CorpusEntry> running = new LinkedHashSet<>();

  HintStore(PcgRandom random) {
    this.random = random;
  }

  /** Plans to trace an entry; the newest comes first. */
  void add(CorpusEntry entry) {
    untraced.addFirst(entry);
  }

  boolean isEmpty() {
    return untraced.isEmpty() && running.isEmpty();
  }

  /**
   * Entries to be traced next.
   *
   * @return null when all have been
   */
  List<CorpusEntry> next() {
    if (untraced.isEmpty()) {
      return null;
    }
    List<CorpusEntry> taken = new ArrayList<>();
    long length = 0;
    do {
      CorpusEntry entry = untraced.remove();
      taken.add(entry);
      length += entry.content().length;
    } while (taken.size() < MOST_TRACED
        && !untraced.isEmpty()
        && length + untraced.element().content().length <= MOST_BYTES);
    running.addAll(taken);
    return taken;
  }

  /**
   * Takes in what was seen.
   *
   * @param traces of the first of the entries; the others are traced later
   */
  void traced(List<CorpusEntry> entries, List<Trace> traces) {
    running.removeAll(entries);
    for (int i = 0; i < traces.size(); i++) {
      if (!traces.get(i).hints().isEmpty()) {
        OfEntry ofEntry = new OfEntry(traces.get(i).hints());
        hints.put(entries.get(i), ofEntry);
        fresh.put(entries.get(i), ofEntry);
      }
    }
    for (int i = entries.size() - 1; i >= traces.size(); i--) {
      untraced.addFirst(entries.get(i));
    }
  }

  /** Takes note that entries were not traced, and never will be: one of them ended the JVM. */
  void drop(List<CorpusEntry> entries) {
    running.removeAll(entries);
  }

  /** Entries whose hints are to be tried next. */
  Collection<CorpusEntry> first() {
    return fresh.keySet().stream().limit(MOST_FIRST).toList();
  }

  /** What an entry takes into a call. */
  Hints of(CorpusEntry entry) {
    OfEntry ofEntry = hints.get(entry);
    if (ofEntry == null) {
      return Hints.NONE;
    }
    int size = ofEntry.hints.size();
    int untried = Math.min(MOST_UNTRIED, size - ofEntry.tried);
    List<Hint> taken =
        new ArrayList<>(ofEntry.hints.subList(ofEntry.tried, ofEntry.tried + untried));
    for (int more = Math.min(MOST_TRIED, ofEntry.tried); more > 0; more--) {
      taken.add(ofEntry.hints.get(random.below(ofEntry.tried)));
    }
    return new Hints(taken, untried);
  }

  /** Takes in how many hints of each entry of a batch were tried. */
  void done(Task.Batch batch, List<Turn> turns) {
    for (int i = 0; i < turns.size(); i++) {
      CorpusEntry entry = batch.entries().get(i);
      OfEntry ofEntry = hints.get(entry);
      if (ofEntry != null) {
        ofEntry.tried = Math.min(ofEntry.hints.size(), ofEntry.tried + turns.get(i).tried());
        if (!ofEntry.hasUntried()) {
          fresh.remove(entry);
        }
      }
    }
  }

  /** Takes note that a worker JVM died with a variation of an entry; a hint may be to blame. */
  void died(CorpusEntry entry) {
    OfEntry ofEntry = fresh.remove(entry);
    if (ofEntry != null) {
      ofEntry.tried = ofEntry.hints.size();
    }
  }
}
