package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.finding.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known while a smaller input is looked for that hangs, ends its JVM or fills its heap, in
 * a JVM for each try.
 *
 * @param first what was confirmed before
 * @param best the smallest that has failed alike, or the first
 * @param answers whether each input that was tried has failed alike, in order
 * @param isLast whether the best is run once more, to the end of the deadline
 * @param endNanos of {@link System#nanoTime}, when to begin no further try
 */
public record Search(Seen first, Seen best, List<Boolean> answers, boolean isLast, long endNanos) {

  /** An entry that was seen to fail in a JVM that has run nothing else. */
  public record Seen(CorpusEntry entry, Failure failure, Evidence evidence) {}

  static Search of(Seen first, long endNanos) {
    return new Search(first, first, List.of(), false, endNanos);
  }

  /**
   * The same after another try.
   *
   * @param smaller what was tried, or null when it has not failed alike
   */
  Search with(Seen smaller) {
    List<Boolean> all = new ArrayList<>(answers);
    all.add(smaller != null);
    return new Search(first, smaller == null ? best : smaller, List.copyOf(all), false, endNanos);
  }

  Search last() {
    return new Search(first, best, answers, true, endNanos);
  }

  boolean hasSmaller() {
    return best != first;
  }
}
