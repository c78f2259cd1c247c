package io.github.mavenfuzz.shrink;

/** The orders in which units are cut out of a row. Each goes from the end to the beginning. */
final class Cuts {
  private Cuts() {}

  /** Cuts the end off, in steps that halve. */
  static void tail(Cuttable row) {
    for (int step = row.size(); step > 0 && !row.isOver(); step /= 2) {
      while (row.size() >= step && row.cut(row.size() - step, row.size())) {
        if (row.size() == 0) {
          return;
        }
      }
    }
  }

  /**
   * Cuts chunks out, from half of the row down to chunks of four: the complements of delta
   * debugging (Zeller and Hildebrandt, 2002).
   */
  static void halves(Cuttable row) {
    for (int size = Integer.highestOneBit(row.size() / 2); size >= 4; size /= 2) {
      for (int from = row.size() - size; from >= 0 && !row.isOver(); from -= size) {
        row.cut(from, from + size);
      }
    }
  }

  /**
   * Cuts so many units at each place, and where that goes, as many more of them as it goes on to
   * go: twice as many each time, and then half as many.
   */
  static void everywhere(Cuttable row, int units) {
    int end = row.size();
    while (end >= units && !row.isOver()) {
      if (!row.cut(end - units, end)) {
        end--;
        continue;
      }
      end -= units;
      int step = 2 * units;
      while (step <= end && row.cut(end - step, end)) {
        end -= step;
        step *= 2;
      }
      for (step /= 2; step >= units; step /= 2) {
        if (step <= end && row.cut(end - step, end)) {
          end -= step;
        }
      }
    }
  }
}
