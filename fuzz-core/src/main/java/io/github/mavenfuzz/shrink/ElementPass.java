package io.github.mavenfuzz.shrink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes elements out of a sequence. */
final class ElementPass {
  /** Elements that go together, such as a begin and an end, are looked for among so many. */
  private static final int MOST_PAIRED = 24;

  /** Chunks of elements up to this length are tried at every place. */
  private static final int MOST_LENGTHS = 4;

  private ElementPass() {}

  /**
   * Takes out all of them, then chunks of all sizes, at little cost.
   *
   * @param elements is not changed
   * @return the shortest list that the trial accepted
   */
  static <T> List<T> shrink(List<T> elements, Trial<List<T>> trial) {
    Row<T> row = new Row<>(elements, trial);
    Cuts.tail(row);
    Cuts.halves(row);
    int before;
    do {
      before = row.size();
      Cuts.everywhere(row, 1);
    } while (row.size() < before && !trial.isOver());
    return row.elements;
  }

  /**
   * Takes out what only goes together: neighbours, equal elements, or any two of a few.
   *
   * @param value tells which elements are equal
   */
  static <T> List<T> shrinkFurther(
      List<T> elements, Function<T, Object> value, Trial<List<T>> trial) {
    Row<T> row = new Row<>(elements, trial);
    for (int length = 2; length <= Math.min(MOST_LENGTHS, row.size() - 1); length++) {
      Cuts.everywhere(row, length);
    }
    return withoutPairs(withoutEqual(row.elements, value, trial), trial);
  }

  /** Leaves one of each kind of element, or none. */
  private static <T> List<T> withoutEqual(
      List<T> elements, Function<T, Object> value, Trial<List<T>> trial) {
    Map<Object, List<T>> groups =
        elements.stream()
            .collect(Collectors.groupingBy(value, LinkedHashMap::new, Collectors.toList()));
    List<T> best = elements;
    for (List<T> equal : groups.values()) {
      if (equal.size() < 2 || trial.isOver()) {
        continue;
      }
      List<T> none = without(best, equal);
      List<T> one = without(best, equal.subList(1, equal.size()));
      if (trial.accepts(none)) {
        best = none;
      } else if (trial.accepts(one)) {
        best = one;
      }
    }
    return best;
  }

  /** Compares by identity: equal elements may differ in what does not show. */
  private static <T> List<T> without(List<T> elements, List<T> others) {
    return elements.stream().filter(e -> others.stream().noneMatch(o -> o == e)).toList();
  }

  private static <T> List<T> withoutPairs(List<T> elements, Trial<List<T>> trial) {
    List<T> best = elements;
    for (int i = 0; i < best.size() && best.size() <= MOST_PAIRED; i++) {
      for (int j = best.size() - 1; j > i && !trial.isOver(); j--) {
        List<T> candidate = new ArrayList<>(best);
        candidate.remove(j);
        candidate.remove(i);
        if (trial.accepts(candidate)) {
          best = candidate;
          j = Math.min(j, best.size());
        }
      }
    }
    return best;
  }

  private static final class Row<T> implements Cuttable {
    private final Trial<List<T>> trial;
    private List<T> elements;

    Row(List<T> elements, Trial<List<T>> trial) {
      this.elements = elements;
      this.trial = trial;
    }

    @Override
    public int size() {
      return elements.size();
    }

    @Override
    public boolean cut(int from, int to) {
      List<T> candidate = new ArrayList<>(elements);
      candidate.subList(from, to).clear();
      if (!trial.accepts(candidate)) {
        return false;
      }
      elements = candidate;
      return true;
    }

    @Override
    public boolean isOver() {
      return trial.isOver();
    }
  }
}
