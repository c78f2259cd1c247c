package io.github.mavenfuzz.bench;

import io.github.mavenfuzz.bench.Measurement.Found;
import io.github.mavenfuzz.bench.Measurement.Reach;
import io.github.mavenfuzz.bench.Measurement.Speed;
import java.util.List;

/** Measurements for tests. */
final class Measurements {
  private Measurements() {}

  static Measurement of(String tool, int round, double runsPerSecond) {
    return new Measurement(
        "Json",
        tool,
        round,
        null,
        null,
        new Speed((long) (2 * runsPerSecond), 2.0, runsPerSecond, 0.5),
        new Reach(100, 10),
        new Found(List.of("java.lang.Error at a.B.c"), 3, 1, 1.25),
        new Usage(300L << 20, 100L << 20, 4.0, 0.025));
  }

  static Measurement failed(String tool, int round, String error) {
    return new Measurement(
        "Json",
        tool,
        round,
        error,
        null,
        Speed.UNKNOWN,
        Reach.UNKNOWN,
        Found.UNKNOWN,
        Usage.UNKNOWN);
  }
}
