package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.comm.Call.Hints;
import io.github.mavenfuzz.comm.Response.Trace;
import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.PcgRandom;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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

  /** What has made the target fail that often will do so with other entries, too. */
  private static final int MOST_FAILURES = 2;

  /** Contents of which it is known how often they have failed. */
  private static final int MOST_REMEMBERED = 1 << 12;

  /** Of a large corpus only so many entries are traced, those that were added last. */
  private static final int MOST_UNTRACED = 1 << 10;

  /** All hints together, in bytes, as {@link #weight} counts; the oldest go. */
  private static final long MOST_WEIGHT = 16L << 20;

  /** What the objects of one edit take beside its content, in bytes. */
  private static final int EDIT_WEIGHT = 128;

  /** A JVM takes half a second to start, and a hang more than that to end. */
  private static final int MOST_DROPS = 8;

  /** Runs that try hints are at most one in so many, and the head start. */
  private static final long SHARE = 4;

  private static final long HEAD_START = 5_000;

  /** The hints of one entry, of which the first few are worth a run each. */
  private static final class OfEntry {
    private final List<Hint> hints;
    private final long weight;
    private int promising;
    private int tried;

    OfEntry(List<Hint> hints, int promising) {
      this.hints = new ArrayList<>(hints);
      this.weight = hints.stream().mapToLong(HintStore::weight).sum();
      this.promising = promising;
    }

    int untried() {
      return promising - tried;
    }

    /**
     * Takes note of those that were tried next.
     *
     * @param failed which of them made the target fail; they would do so again and again
     */
    void tried(int count, List<Integer> failed) {
      int first = tried;
      tried += count;
      for (int i = failed.size() - 1; i >= 0; i--) {
        if (failed.get(i) >= 0 && failed.get(i) < count) {
          hints.remove(first + (int) failed.get(i));
          tried--;
          promising--;
        }
      }
    }

    /** Removes hints that nobody has tried yet. */
    void removeIf(Predicate<Hint> unwanted) {
      for (int i = hints.size() - 1; i >= tried; i--) {
        if (unwanted.test(hints.get(i))) {
          hints.remove(i);
          promising -= i < promising ? 1 : 0;
        }
      }
    }

    /** One that has been tried, or is not worth a run of its own. */
    Hint any(PcgRandom random) {
      int index = random.below(hints.size() - untried());
      return hints.get(index < tried ? index : index + untried());
    }
  }

  private final PcgRandom random;
  private final Deque<CorpusEntry> untraced = new ArrayDeque<>();

  /** Of each entry, the oldest first. */
  private final Map<CorpusEntry, OfEntry> hints = new LinkedHashMap<>();

  /** Of all hints, in bytes. */
  private long weight;

  /** Entries with hints that were not tried, the newest first. */
  private final Deque<CorpusEntry> fresh = new ArrayDeque<>();

  /** How many entries are being traced. */
  private int running;

  /** Runs that have tried hints. */
  private long runs;

  /** How often hints with some content have made the target fail, whatever the entry. */
  private final Map<List<ByteBuffer>, Integer> failures = new HashMap<>();

  /** How often a JVM that traces has died. */
  private int drops;

  HintStore(PcgRandom random) {
    this.random = random;
  }

  /** Plans to trace an entry; the newest comes first. */
  void add(CorpusEntry entry) {
    if (drops < MOST_DROPS) {
      untraced.addFirst(entry);
    }
    if (untraced.size() > MOST_UNTRACED) {
      untraced.removeLast();
    }
  }

  boolean isEmpty() {
    return untraced.isEmpty() && running == 0;
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
    List<CorpusEntry> taken = InputQueue.take(untraced, MOST_TRACED, MOST_BYTES, entry -> true);
    running += taken.size();
    return taken;
  }

  /**
   * Takes in what was seen.
   *
   * @param traces of the first of the entries; the others are traced later
   */
  void traced(List<CorpusEntry> entries, List<Trace> traces) {
    running -= entries.size();
    for (int i = 0; i < traces.size(); i++) {
      if (!traces.get(i).hints().isEmpty()) {
        OfEntry ofEntry = new OfEntry(traces.get(i).hints(), traces.get(i).promising());
        ofEntry.removeIf(hint -> failures.getOrDefault(contents(hint), 0) >= MOST_FAILURES);
        hints.put(entries.get(i), ofEntry);
        weight += ofEntry.weight;
        if (ofEntry.promising > 0) {
          fresh.addFirst(entries.get(i));
        }
      }
    }
    while (weight > MOST_WEIGHT && hints.size() > 1) {
      forget(hints.keySet().iterator().next());
    }
    for (int i = entries.size() - 1; i >= traces.size(); i--) {
      untraced.addFirst(entries.get(i));
    }
  }

  /**
   * Takes note that entries were not traced, and never will be: one of them ended the JVM, or a
   * variation did. A target that does that often is not traced any more.
   */
  void drop(List<CorpusEntry> entries) {
    running -= entries.size();
    drops++;
    if (drops == MOST_DROPS) {
      untraced.clear();
    }
  }

  /**
   * Entries whose hints are to be tried next.
   *
   * @param allRuns of the campaign so far
   */
  List<CorpusEntry> first(long allRuns) {
    return runs * SHARE > allRuns + HEAD_START
        ? List.of()
        : fresh.stream().limit(MOST_FIRST).toList();
  }

  /**
   * What an entry takes into a call.
   *
   * @param first whether its hints are to be tried
   */
  Hints of(CorpusEntry entry, boolean first) {
    OfEntry ofEntry = hints.get(entry);
    if (ofEntry == null) {
      return Hints.NONE;
    }
    int untried = first ? Math.min(MOST_UNTRIED, ofEntry.untried()) : 0;
    List<Hint> taken =
        new ArrayList<>(ofEntry.hints.subList(ofEntry.tried, ofEntry.tried + untried));
    int others = Math.min(MOST_TRIED, ofEntry.hints.size() - ofEntry.untried());
    for (int more = others; more > 0; more--) {
      taken.add(ofEntry.any(random));
    }
    return new Hints(taken, untried);
  }

  /** Takes in how many hints of each entry of a batch were tried. */
  void done(Task.Batch batch, List<Turn> turns) {
    for (int i = 0; i < turns.size(); i++) {
      CorpusEntry entry = batch.entries().get(i);
      OfEntry ofEntry = hints.get(entry);
      if (ofEntry != null) {
        int tried = Math.min(ofEntry.untried(), turns.get(i).tried());
        for (int failed : turns.get(i).failedHints()) {
          if (failed >= 0 && failed < tried && failures.size() < MOST_REMEMBERED) {
            failures.merge(contents(ofEntry.hints.get(ofEntry.tried + failed)), 1, Integer::sum);
          }
        }
        ofEntry.tried(tried, turns.get(i).failedHints());
        runs += tried;
        if (tried > 0 && ofEntry.untried() == 0) {
          fresh.remove(entry);
        }
      }
    }
  }

  private static List<ByteBuffer> contents(Hint hint) {
    return hint.edits().stream().map(edit -> ByteBuffer.wrap(edit.content())).toList();
  }

  /** Takes note that a worker JVM died with a variation of an entry; a hint may be to blame. */
  void died(CorpusEntry entry) {
    forget(entry);
  }

  private void forget(CorpusEntry entry) {
    OfEntry ofEntry = hints.remove(entry);
    if (ofEntry != null) {
      weight -= ofEntry.weight;
      fresh.remove(entry);
    }
  }

  private static long weight(Hint hint) {
    return hint.edits().stream().mapToLong(edit -> EDIT_WEIGHT + edit.content().length).sum();
  }
}
