package io.github.mavenfuzz.worker;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes elements out of a sequence: all of them, then chunks from half of the sequence down to
 * single elements, each time from the end to the beginning.
 */
final class ElementPass {
  private ElementPass() {}

  /**
   * @param elements is not changed
   * @return the shortest list that the trial accepted
   */
  static <T> List<T> shrink(List<T> elements, Trial<List<T>> trial) {
    if (elements.isEmpty() || trial.accepts(List.of())) {
      return List.of();
    }
    List<T> best = elements;
    for (int size = Integer.highestOneBit(Math.max(1, best.size() / 2)); size > 0; ) {
      int before = best.size();
      for (int from = best.size() - size; from >= 0 && !trial.isOver(); from -= size) {
        List<T> candidate = new ArrayList<>(best);
        candidate.subList(from, from + size).clear();
        if (trial.accepts(candidate)) {
          best = candidate;
        }
      }
      // Removing one element can make others removable.
      size = size == 1 && best.size() < before && !trial.isOver() ? 1 : size / 2;
    }
    return best;
  }
}
