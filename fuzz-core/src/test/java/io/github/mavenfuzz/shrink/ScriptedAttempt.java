package io.github.mavenfuzz.shrink;

import io.github.mavenfuzz.slot.MutableInput;
import java.util.List;
import java.util.function.Predicate;

/** Accepts what a predicate accepts, until a number of runs is used up. */
final class ScriptedAttempt implements Attempt {
  private final MutableInput input;
  private final int limit;
  private final Predicate<List<?>> bug;
  private int runs;

  /**
   * @param bug gets the arguments in plain form
   */
  ScriptedAttempt(MutableInput input, int limit, Predicate<List<?>> bug) {
    this.input = input;
    this.limit = limit;
    this.bug = bug;
  }

  @Override
  public boolean holds() {
    runs++;
    return bug.test(input.values());
  }

  @Override
  public boolean isOver() {
    return runs >= limit;
  }

  @Override
  public boolean isThorough() {
    return true;
  }

  int runs() {
    return runs;
  }
}
