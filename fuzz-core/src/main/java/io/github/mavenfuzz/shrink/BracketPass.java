package io.github.mavenfuzz.shrink;

import java.util.Arrays;
import java.util.List;

/**
 * Removes pairs of brackets or quotes with what is within, or without it, and replaces what is
 * within by a part of it that has brackets of the same kind: {@code [1,[2,[3]]]} by {@code [3]}.
 */
final class BracketPass {
  /** So many of the brackets directly within others are tried in their place. */
  private static final int MOST_CHILDREN = 16;

  private final Trial<int[]> trial;
  private int[] best;
  private Brackets brackets;

  private BracketPass(int[] run, Trial<int[]> trial) {
    this.trial = trial;
    this.best = run;
    this.brackets = Brackets.of(run);
  }

  static int[] shrink(int[] run, Trial<int[]> trial) {
    BracketPass pass = new BracketPass(run, trial);
    int i = 0;
    while (i < pass.best.length && !trial.isOver()) {
      if (pass.brackets.closing(i) < 0 || !pass.shrinkAt(i)) {
        i++;
      }
    }
    return pass.best;
  }

  private boolean shrinkAt(int open) {
    int close = brackets.closing(open);
    return remove(open, close) || replaceByInner(open) || unwrap(open, close);
  }

  /** With a separator that stands before or behind, if need be. */
  private boolean remove(int open, int close) {
    return accepts(Run.without(best, open, close + 1))
        || close + 1 < best.length
            && isSeparator(best[close + 1])
            && accepts(Run.without(best, open, close + 2))
        || open > 0
            && isSeparator(best[open - 1])
            && accepts(Run.without(best, open - 1, close + 1));
  }

  private static boolean isSeparator(int symbol) {
    return symbol == ',' || symbol == ';' || symbol == ':' || symbol == '\n';
  }

  private boolean replaceByInner(int open) {
    if (descend(open)) {
      return true;
    }
    for (int child : brackets.children(open).stream().limit(MOST_CHILDREN).toList()) {
      if (accepts(inner(open, child))) {
        return true;
      }
    }
    return false;
  }

  /** Goes as deep as it can: twice as deep each time, and then half as deep. */
  private boolean descend(int open) {
    boolean any = false;
    boolean growing = true;
    for (int step = 1; step > 0; ) {
      List<Integer> chain = brackets.chain(open);
      boolean deeper = step < chain.size() && accepts(inner(open, chain.get(step)));
      any |= deeper;
      growing &= deeper;
      step = growing ? 2 * step : step / 2;
    }
    return any;
  }

  private int[] inner(int open, int inner) {
    return Run.with(
        best,
        open,
        brackets.closing(open) + 1,
        Arrays.copyOfRange(best, inner, brackets.closing(inner) + 1));
  }

  private boolean unwrap(int open, int close) {
    return accepts(Run.without(Run.without(best, close, close + 1), open, open + 1));
  }

  private boolean accepts(int[] candidate) {
    if (!trial.accepts(candidate)) {
      return false;
    }
    best = candidate;
    brackets = Brackets.of(candidate);
    return true;
  }
}
