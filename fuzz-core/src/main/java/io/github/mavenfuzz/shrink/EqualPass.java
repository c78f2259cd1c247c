package io.github.mavenfuzz.shrink;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Removes or simplifies what occurs several times at all its places at once, such as the name of an
 * element of XML at its beginning and its end.
 */
final class EqualPass {
  /** So many different symbols and words are tried, those that come first. */
  private static final int MOST_DIFFERENT = 64;

  private final RunKind kind;
  private final Trial<int[]> trial;
  private int[] best;

  private EqualPass(int[] run, RunKind kind, Trial<int[]> trial) {
    this.best = run;
    this.kind = kind;
    this.trial = trial;
  }

  static int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
    EqualPass pass = new EqualPass(run, kind, trial);
    if (kind.isText()) {
      repeated(words(run)).forEach(pass::shrinkWord);
    }
    repeated(Arrays.stream(pass.best).mapToObj(List::of).toList()).forEach(pass::shrinkSymbol);
    return pass.best;
  }

  private static <T> List<T> repeated(List<T> all) {
    Map<T, Long> counts =
        all.stream()
            .collect(Collectors.groupingBy(x -> x, LinkedHashMap::new, Collectors.counting()));
    return counts.keySet().stream().filter(x -> counts.get(x) > 1).limit(MOST_DIFFERENT).toList();
  }

  private static List<List<Integer>> words(int[] run) {
    int[] starts = IntStream.range(0, run.length).filter(i -> wordEnd(run, i) > i + 1).toArray();
    return Arrays.stream(starts).mapToObj(i -> list(run, i, wordEnd(run, i))).toList();
  }

  private static List<Integer> list(int[] run, int from, int to) {
    return Arrays.stream(run, from, to).boxed().toList();
  }

  /** Where the word ends that begins at an index, or the index when none begins there. */
  private static int wordEnd(int[] run, int index) {
    int end = index;
    if (index == 0 || !Run.isWordPart(run[index - 1])) {
      while (end < run.length && Run.isWordPart(run[end])) {
        end++;
      }
    }
    return end;
  }

  private void shrinkWord(List<Integer> word) {
    if (!replaces(word, List.of()) && !replaces(word, word.subList(0, 1))) {
      replaces(word, word.subList(0, word.size() / 2));
    }
  }

  private void shrinkSymbol(List<Integer> symbol) {
    if (replaces(symbol, List.of())) {
      return;
    }
    int[] simpler = kind.isText() ? new int[] {'0', 'a', 'A'} : new int[] {0, 1};
    for (int other : simpler) {
      if (kind.rank(other) < kind.rank(symbol.get(0)) && replaces(symbol, List.of(other))) {
        return;
      }
    }
  }

  private boolean replaces(List<Integer> part, List<Integer> other) {
    int[] candidate = replaced(part, other);
    if (trial.isOver() || candidate == null || !trial.accepts(candidate)) {
      return false;
    }
    best = candidate;
    return true;
  }

  /** Null when the part does not occur any more. */
  private int[] replaced(List<Integer> part, List<Integer> other) {
    IntStream.Builder changed = IntStream.builder();
    boolean any = false;
    for (int i = 0; i < best.length; ) {
      boolean here = part.size() == 1 ? best[i] == part.get(0) : isWord(part, i);
      if (here) {
        other.forEach(changed::add);
        i += part.size();
      } else {
        changed.add(best[i++]);
      }
      any |= here;
    }
    return any ? changed.build().toArray() : null;
  }

  private boolean isWord(List<Integer> word, int index) {
    return wordEnd(best, index) - index == word.size()
        && IntStream.range(0, word.size()).allMatch(i -> best[index + i] == word.get(i));
  }
}
