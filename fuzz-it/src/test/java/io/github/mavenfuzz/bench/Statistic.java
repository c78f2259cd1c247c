package io.github.mavenfuzz.bench;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The middle and the ends of a few figures. */
record Statistic(double median, double min, double max) {

  /**
   * @param values null ones are left out
   * @return empty when none is left
   */
  static Optional<Statistic> of(List<? extends Number> values) {
    List<Double> sorted =
        values.stream().filter(Objects::nonNull).map(Number::doubleValue).sorted().toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    int half = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return Optional.of(new Statistic(median, sorted.get(0), sorted.get(sorted.size() - 1)));
  }

  /** How many times the median of another this one is; empty when that is 0. */
  Optional<Double> ratioTo(Statistic other) {
    return other.median == 0 ? Optional.empty() : Optional.of(median / other.median);
  }
}
