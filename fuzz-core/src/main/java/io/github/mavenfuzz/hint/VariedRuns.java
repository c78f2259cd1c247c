package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.slot.MutableInput;
import java.util.List;

/** Runs inputs that are like a traced one, to see what depends on what. */
@FunctionalInterface
public interface VariedRuns {
  /**
   * Runs an input.
   *
   * @return its comparisons; null when no further run is to be made
   */
  List<Traced> run(MutableInput variation);
}
