package io.github.mavenfuzz.shrink;

/**
 * The steps that make a run of bytes or of code points shorter, and then simpler, in the order in
 * which they pay. Each returns the smallest run that the trial accepted.
 */
enum RunPass {
  /** Cuts the end off, in steps that halve. */
  CUT_TAIL {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      RunUnits symbols = RunUnits.symbols(run, trial);
      Cuts.tail(symbols);
      return symbols.run();
    }
  },

  /** Removes lines, alone and in chunks. */
  CUT_LINES {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      RunUnits lines = RunUnits.lines(run, trial);
      return kind.isText() && lines.size() > 1 ? cut(lines, 2) : run;
    }
  },

  /** Removes large chunks of symbols. */
  CUT_CHUNKS {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      RunUnits symbols = RunUnits.symbols(run, trial);
      Cuts.halves(symbols);
      return symbols.run();
    }
  },

  /** Removes single symbols and all that can go with them. */
  CUT_SYMBOLS {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      RunUnits symbols = RunUnits.symbols(run, trial);
      Cuts.everywhere(symbols, 1);
      return symbols.run();
    }
  },

  /** Removes brackets and quotes in pairs, and what is nested too deeply. */
  CUT_BRACKETS {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      return BracketPass.shrink(run, trial);
    }
  },

  /** Removes words and signs, up to four in a row: a key with its value, say. */
  CUT_TOKENS {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      RunUnits tokens = RunUnits.tokens(run, trial);
      return kind.isText() && tokens.size() < run.length ? cut(tokens, 4) : run;
    }
  },

  /** Removes what occurs several times at all its places at once. */
  CUT_EQUAL {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      return EqualPass.shrink(run, kind, trial);
    }
  },

  /** Lowers numbers together with what they count. */
  CUT_COUNTED {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      return CountedPass.shrink(run, kind, trial);
    }
  },

  /** Removes chunks of every small length at every place, as those of items of a fixed length. */
  CUT_LENGTHS {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      RunUnits symbols = RunUnits.symbols(run, trial);
      int longest =
          Math.max(LEAST_LENGTHS, Math.min(MOST_LENGTHS, LENGTHS_TRIED / (run.length + 1)));
      for (int length = 2; length <= Math.min(longest, symbols.size() - 1); length++) {
        Cuts.everywhere(symbols, length);
      }
      return symbols.run();
    }
  },

  /** Replaces symbols by the simplest one, many at once. */
  SIMPLIFY {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      return LowerPass.simplify(run, kind, trial);
    }
  },

  /** Replaces each symbol by the simplest one that will do. */
  LOWER {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      return LowerPass.lower(run, kind, trial);
    }
  },

  /** Removes any two symbols of a short run at once. */
  CUT_PAIRS {
    @Override
    int[] shrink(int[] run, RunKind kind, Trial<int[]> trial) {
      int[] best = run;
      for (int i = 0; i < best.length && best.length <= MAX_PAIRED_LENGTH; i++) {
        for (int j = best.length - 1; j > i && !trial.isOver(); j--) {
          int[] candidate = Run.without(Run.without(best, j, j + 1), i, i + 1);
          if (trial.accepts(candidate)) {
            best = candidate;
            j = Math.min(j, best.length);
          }
        }
      }
      return best;
    }
  };

  /** Above this length, trying all pairs would take too many runs. */
  private static final int MAX_PAIRED_LENGTH = 40;

  private static final int LEAST_LENGTHS = 8;
  private static final int MOST_LENGTHS = 32;

  /** About so many runs the pass of all lengths may take, unless the run of symbols is long. */
  private static final int LENGTHS_TRIED = 2048;

  /** Whether the pass takes about as many runs as there are symbols, and not many more. */
  boolean isCheap() {
    return this == CUT_TAIL || this == CUT_CHUNKS || this == CUT_SYMBOLS;
  }

  /** Whether the pass takes much more, so that others should have made the run short before. */
  boolean isDear() {
    return compareTo(CUT_EQUAL) >= 0;
  }

  /**
   * @param run is not changed
   * @return the smallest that was accepted: a shorter one, or one of the same length with simpler
   *     symbols
   */
  abstract int[] shrink(int[] run, RunKind kind, Trial<int[]> trial);

  private static int[] cut(RunUnits units, int most) {
    Cuts.halves(units);
    for (int i = 1; i <= most; i++) {
      Cuts.everywhere(units, i);
    }
    return units.run();
  }
}
