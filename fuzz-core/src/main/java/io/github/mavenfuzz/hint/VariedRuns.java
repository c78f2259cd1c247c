package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.slot.MutableInput;

/** Runs inputs that are like a traced one, to see what depends on what. */
@FunctionalInterface
public interface VariedRuns {
  /**
   * Runs an input.
   *
   * @return what was seen; null when no further run is to be made
   */
  TracedRun run(MutableInput variation);
}
