package io.github.mavenfuzz.shrink;

/**
 * Lowers a number together with what it counts: the length of a text with some of the text, or the
 * number of items with an item. Neither can be done without the other where a reader trusts the
 * number.
 */
final class CountedPass {
  /** Above this length of a run, what is counted is not searched symbol by symbol. */
  private static final int MOST_SEARCHED = 64;

  /** Items up to this length are tried, in symbols, unless the run is long. */
  private static final int MOST_ITEM_LENGTH = 32;

  private static final int LEAST_ITEM_LENGTH = 8;

  /** About so many runs items may take, unless the run of symbols is long. */
  private static final int ITEMS_TRIED = 4096;

  private final RunKind kind;
  private final Trial<int[]> trial;
  private int[] best;

  private CountedPass(int[] run, RunKind kind, Trial<int[]> trial) {
    this.best = run;
    this.kind = kind;
    this.trial = trial;
  }

  static int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
    CountedPass pass = new CountedPass(run, kind, trial);
    int i = 0;
    while (i < pass.best.length && !trial.isOver()) {
      if (!pass.shrinkAt(i)) {
        i++;
      }
    }
    return pass.best;
  }

  private boolean shrinkAt(int index) {
    for (CountField field : CountField.at(best, index, kind)) {
      if (field.countsSymbols(best) && cutSymbols(field) || field.isWhole() && cutItems(field)) {
        return true;
      }
    }
    return false;
  }

  private boolean cutSymbols(CountField field) {
    Counted counted = new Counted(field);
    int before = counted.size();
    Cuts.tail(counted);
    Cuts.halves(counted);
    if (best.length <= MOST_SEARCHED) {
      Cuts.everywhere(counted, 1);
    }
    return counted.size() < before;
  }

  /** The symbols that a field counts, if it does. */
  private final class Counted implements Cuttable {
    private CountField field;

    Counted(CountField field) {
      this.field = field;
    }

    @Override
    public int size() {
      return field.count();
    }

    @Override
    public boolean cut(int from, int to) {
      int by = to - from;
      if (!accepts(field.lowered(best, by, field.start() + from, field.start() + to))) {
        return false;
      }
      field = field.after(by);
      return true;
    }

    @Override
    public boolean isOver() {
      return trial.isOver();
    }
  }

  /** The first item begins right behind its number, and all may be equally long. */
  private boolean cutItems(CountField field) {
    int most = Math.min(MOST_ITEM_LENGTH, ITEMS_TRIED / (best.length + 1));
    most = Math.min(Math.max(LEAST_ITEM_LENGTH, most), best.length - field.start());
    for (int length = 1; length <= most && !trial.isOver(); length++) {
      int end = field.start() + length;
      if (accepts(field.lowered(best, 1, field.start(), end))) {
        cutMoreItems(field.after(1), length);
        return true;
      }
    }
    return false;
  }

  private void cutMoreItems(CountField first, int length) {
    CountField field = first;
    boolean growing = true;
    for (int items = 2; items > 0 && !trial.isOver(); ) {
      int end = field.start() + items * length;
      boolean cut =
          items <= field.number()
              && end <= best.length
              && accepts(field.lowered(best, items, field.start(), end));
      field = cut ? field.after(items) : field;
      growing &= cut;
      items = growing ? 2 * items : items / 2;
    }
  }

  private boolean accepts(int[] candidate) {
    if (!trial.accepts(candidate)) {
      return false;
    }
    best = candidate;
    return true;
  }
}
