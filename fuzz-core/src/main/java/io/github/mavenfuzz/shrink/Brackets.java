package io.github.mavenfuzz.shrink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which bracket of a run of symbols closes which other one. Brackets without a partner count for
 * nothing, and quotes are brackets of which the next of the same kind closes each.
 */
final class Brackets {
  private static final String OPENING = "([{<";
  private static final String CLOSING = ")]}>";
  private static final String QUOTES = "\"'`";
  private static final int NONE = -1;

  private final int[] run;
  private final int[] partner;

  private Brackets(int[] run) {
    this.run = run;
    this.partner = new int[run.length];
    Arrays.fill(partner, NONE);
  }

  static Brackets of(int[] run) {
    Brackets brackets = new Brackets(run);
    brackets.match();
    return brackets;
  }

  private void match() {
    int[] open = new int[run.length];
    int depth = 0;
    Map<Integer, Integer> quote = new HashMap<>();
    for (int i = 0; i < run.length; i++) {
      if (OPENING.indexOf(run[i]) >= 0) {
        open[depth++] = i;
      } else if (CLOSING.indexOf(run[i]) >= 0) {
        int opener = OPENING.charAt(CLOSING.indexOf(run[i]));
        int at = depth - 1;
        while (at >= 0 && run[open[at]] != opener) {
          at--;
        }
        if (at >= 0) {
          pair(open[at], i);
          depth = at;
        }
      } else if (QUOTES.indexOf(run[i]) >= 0) {
        Integer before = quote.remove(run[i]);
        if (before == null) {
          quote.put(run[i], i);
        } else {
          pair(before, i);
        }
      }
    }
  }

  private void pair(int one, int other) {
    partner[one] = other;
    partner[other] = one;
  }

  /** Where the bracket at an index is closed, or -1 when none opens there. */
  int closing(int index) {
    return partner[index] > index ? partner[index] : NONE;
  }

  /** The opening brackets of the same kind that are nested directly within the one at an index. */
  List<Integer> children(int index) {
    List<Integer> children = new ArrayList<>();
    for (int i = index + 1; i < partner[index]; i++) {
      if (run[i] == run[index] && closing(i) >= 0 && closing(i) < partner[index]) {
        children.add(i);
        i = closing(i);
      }
    }
    return children;
  }

  /** The first bracket of the same kind within each, from the one at an index inwards. */
  List<Integer> chain(int index) {
    List<Integer> chain = new ArrayList<>();
    int end = partner[index];
    for (int i = index; i < end; i++) {
      if (run[i] == run[index] && closing(i) >= 0 && closing(i) <= end) {
        chain.add(i);
        end = closing(i);
      }
    }
    return chain;
  }
}
