package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.boot.Comparison;
import io.github.mavenfuzz.comparison.Site;
import java.util.HashMap;
import java.util.Map;

/**
 * Which comparisons have gone both ways in any traced run. One that never did blocks what lies
 * behind it, until so many hints have been made of it in vain that it is taken for impossible. As
 * long as the tracing JVM lives.
 */
public final class Progress {
  /** How often hints are made of one that blocks. */
  private static final int MOST_TRIES = 24;

  /** The same for one that asks which is less: most of those are the ends of loops. */
  private static final int MOST_TRIES_OF_ORDER = 6;

  /** One comparison for each constant that a place in the code compares with. */
  private record Key(Site site, Object constant) {}

  private static final class State {
    private int outcomes;
    private int tries;
  }

  private static final int LESS = 1;
  private static final int EQUAL = 2;
  private static final int GREATER = 4;

  private final Map<Key, State> states = new HashMap<>();

  /** Takes note of how a comparison went. */
  void note(Traced traced) {
    state(traced).outcomes |= outcome(traced.comparison());
  }

  /** Takes note that hints are made of a comparison. */
  void tried(Traced traced) {
    state(traced).tries++;
  }

  /** Whether a comparison has only gone one way so far, and is worth a try. */
  boolean isOpen(Traced traced) {
    State state = state(traced);
    boolean isOrder = traced.site().test() == Site.Test.ORDER;
    return state.tries < (isOrder ? MOST_TRIES_OF_ORDER : MOST_TRIES)
        && !isMet(traced.site(), state.outcomes);
  }

  /** Whether a switch has been given a key, or a word. */
  boolean isOpen(Site site, Object wanted) {
    State state = states.get(new Key(site, wanted));
    return state == null || (state.outcomes & EQUAL) == 0;
  }

  private static boolean isMet(Site site, int outcomes) {
    return site.test() == Site.Test.EQUALITY
        ? (outcomes & EQUAL) != 0 && outcomes != EQUAL
        : Integer.bitCount(outcomes) > 1;
  }

  private State state(Traced traced) {
    return states.computeIfAbsent(key(traced), key -> new State());
  }

  private static Key key(Traced traced) {
    Comparison comparison = traced.comparison();
    return switch (traced.site().constant()) {
      case LEFT -> new Key(traced.site(), comparison.left());
      case RIGHT ->
          new Key(
              traced.site(), comparison.right() == null ? comparison.left() : comparison.right());
      case NONE -> new Key(traced.site(), null);
    };
  }

  private static int outcome(Comparison comparison) {
    Object left = comparison.left();
    Object right = comparison.right();
    if (right == null) {
      return EQUAL;
    }
    if (left instanceof Long one && right instanceof Long other) {
      return sign(Long.compare(one, other));
    }
    if (left instanceof Double one && right instanceof Double other) {
      return sign(Double.compare(one, other));
    }
    if (left instanceof String one && right instanceof String other) {
      return TextChange.isMet(comparison.relation(), one, other) ? EQUAL : LESS;
    }
    return left.equals(right) ? EQUAL : LESS;
  }

  private static int sign(int order) {
    return order < 0 ? LESS : order > 0 ? GREATER : EQUAL;
  }
}
