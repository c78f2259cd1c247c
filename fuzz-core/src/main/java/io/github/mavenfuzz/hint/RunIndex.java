package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.comparison.Site;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The comparisons of one run by their place in the code and their order there, so that those of
 * another run can be held against them.
 *
 * <p>Example: the third time that line 17 compared something is the counterpart of the third time
 * in the other run, whatever it looked at.
 */
final class RunIndex {
  private final Map<Traced, Integer> ordinals = new IdentityHashMap<>(); // two may be equal
  private final Map<Site, Map<Integer, Traced>> places = new HashMap<>();

  RunIndex(List<Traced> run) {
    for (Traced traced : run) {
      Map<Integer, Traced> ofSite = places.computeIfAbsent(traced.site(), site -> new HashMap<>());
      ordinals.put(traced, ofSite.size());
      ofSite.put(ofSite.size(), traced);
    }
  }

  /**
   * What another run has in the place of a comparison.
   *
   * @param traced of this run
   * @return null when the other run did not come there so often
   */
  Traced counterpart(Traced traced, RunIndex other) {
    return other.places.getOrDefault(traced.site(), Map.of()).get(ordinals.get(traced));
  }
}
