package io.github.mavenfuzz.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Accepts by a predicate until a number of runs is used up, as a minimisation does. */
final class ScriptedTrial<T> implements Trial<T> {
  private final Predicate<T> predicate;
  private final int limit;
  private final List<T> tried = new ArrayList<>();
  private T lastAccepted;

  ScriptedTrial(T start, int limit, Predicate<T> predicate) {
    assertThat(predicate.test(start)).as("the value to begin with").isTrue();
    this.predicate = predicate;
    this.limit = limit;
    this.lastAccepted = start;
  }

  @Override
  public boolean accepts(T candidate) {
    if (isOver()) {
      return false;
    }
    tried.add(candidate);
    boolean accepted = predicate.test(candidate);
    lastAccepted = accepted ? candidate : lastAccepted;
    return accepted;
  }

  @Override
  public boolean isOver() {
    return tried.size() >= limit;
  }

  List<T> tried() {
    return tried;
  }

  T lastAccepted() {
    return lastAccepted;
  }
}
