package io.github.mavenfuzz.shrink;

/** Replaces symbols by simpler ones, and leaves the length of the run as it is. */
final class LowerPass {
  /** Code points below are characters of ASCII. */
  private static final int ASCII_END = 0x80;

  private final RunKind kind;
  private final Trial<int[]> trial;
  private int[] best;

  private LowerPass(int[] run, RunKind kind, Trial<int[]> trial) {
    this.best = run;
    this.kind = kind;
    this.trial = trial;
  }

  /** Replaces symbols by the simplest one, and their neighbours with them. */
  static int[] simplify(int[] run, RunKind kind, Trial<int[]> trial) {
    LowerPass pass = new LowerPass(run, kind, trial);
    Cuts.everywhere(pass.new Simplified(), 1);
    return pass.best;
  }

  /** Replaces one symbol after the other by the simplest one that will do. */
  static int[] lower(int[] run, RunKind kind, Trial<int[]> trial) {
    LowerPass pass = new LowerPass(run, kind, trial);
    for (int i = 0; i < run.length && !trial.isOver(); i++) {
      if (kind.isText()) {
        pass.lowerCharacter(i);
      } else {
        pass.lowerByte(i);
      }
    }
    return pass.best;
  }

  private final class Simplified implements Cuttable {
    @Override
    public int size() {
      return best.length;
    }

    @Override
    public boolean cut(int from, int to) {
      int[] candidate = best.clone();
      boolean changed = false;
      for (int i = from; i < to; i++) {
        changed |= candidate[i] != kind.simplest();
        candidate[i] = kind.simplest();
      }
      return !changed || accepts(candidate);
    }

    @Override
    public boolean isOver() {
      return trial.isOver();
    }
  }

  private void lowerCharacter(int index) {
    int rank = kind.rank(best[index]);
    for (int i = 0; i < Math.min(rank, RunKind.plainCount()); i++) {
      if (accepts(Run.with(best, index, RunKind.plain(i)))) {
        return;
      }
    }
    // Single bytes of UTF-8 say nothing.
    for (int step = best[index] / 2;
        kind == RunKind.TEXT && step > 0 && !trial.isOver();
        step /= 2) {
      while (best[index] - step >= ASCII_END && acceptsCodePoint(index, best[index] - step)) {}
    }
  }

  /** Surrogates are no characters, and two of them might become one. */
  private boolean acceptsCodePoint(int index, int codePoint) {
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return !surrogate && accepts(Run.with(best, index, codePoint));
  }

  /** Clears what bits it can, as a byte often has several fields, and then counts down. */
  private void lowerByte(int index) {
    for (int bit = 0x80; bit > 0; bit >>= 1) {
      if ((best[index] & bit) != 0) {
        accepts(Run.with(best, index, best[index] & ~bit));
      }
    }
    int step = 1;
    while (step <= best[index] && accepts(Run.with(best, index, best[index] - step))) {
      step *= 2;
    }
    for (step /= 2; step > 0; step /= 2) {
      if (step <= best[index]) {
        accepts(Run.with(best, index, best[index] - step));
      }
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
