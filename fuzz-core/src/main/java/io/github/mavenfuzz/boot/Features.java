package io.github.mavenfuzz.boot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntBiFunction;

/**
 * Counters for what a target reports of itself, beside those of its branches. Each of the target's
 * ids has a row of counters, which gets its numbers when the id is first used, as a class does when
 * it is loaded. Lives, like {@link Counters}, on the boot class path of a worker JVM, in all
 * threads.
 */
final class Features {
  /** Numbers a row; nothing in a JVM without an agent. */
  static final AtomicReference<ToIntBiFunction<String, Integer>> NUMBERING =
      new AtomicReference<>((name, count) -> -1);

  private final String kind;

  /** The first counter of each row by id and length, negative for a row that has none. */
  private final Map<Long, Integer> rows = new ConcurrentHashMap<>();

  /**
   * @param kind tells rows of the same id apart
   */
  Features(String kind) {
    this.kind = kind;
  }

  /**
   * Marks counters of a row as hit in this run.
   *
   * @param length of the row
   * @param to one past the last to be marked; 0 only makes the row known
   */
  void reach(int id, int length, int from, int to) {
    long key = (long) id << Integer.SIZE | length;
    Integer first = rows.get(key);
    if (first == null) {
      // Not while the map is locked: numbering may load classes, and call this for them.
      first = NUMBERING.get().applyAsInt(kind + ':' + id + ':' + length, length);
      rows.put(key, first);
    }
    if (first >= 0) {
      for (int i = first + from; i < first + to; i++) {
        Counters.HITS[i] = 1;
      }
    }
  }
}
