package io.github.mavenfuzz.it.robustness;

import static io.github.mavenfuzz.it.robustness.Expectation.finding;
import static io.github.mavenfuzz.it.robustness.Expectation.nothing;

import com.example.hostile.NeverReturns;
import io.github.mavenfuzz.it.robustness.Observation.Kind;
import java.util.List;

/** A hang is a finding with the stuck stack. Each takes its deadline twice, and a second on top. */
final class NeverReturnsRows {
  /** Few, as every trigger takes the deadline and a second. */
  private static final String RUNS = "-runs=5000";

  /** For a JVM that does not respond until the coordinator ends it: one trigger is enough. */
  static final String FEW_RUNS = "-runs=3000";

  static final List<Row> ALL =
      List.of(
          hang("hot-loop", NeverReturns.HotLoop.class, "HotLoop.spin"),
          // Only the optimising compiler leaves out the polls.
          hang("no-safepoint", NeverReturns.NoSafepoint.class, "NoSafepoint.count")
              .workerJvm("-XX:TieredStopAtLevel=4"),
          hang("sleep", NeverReturns.Sleep.class, "Sleep.fuzzerTestOneInput"),
          hang("deadlock", NeverReturns.Deadlock.class, "Deadlock.lock"),
          hang("park", NeverReturns.Park.class, "Park.park"),
          Row.of("read-stdin", NeverReturns.ReadStdin.class, nothing()),
          hang("read-socket", NeverReturns.ReadSocket.class, "ReadSocket.fuzzerTestOneInput"),
          hang(
              "swallows-interrupts",
              NeverReturns.SwallowsInterrupts.class,
              "SwallowsInterrupts.sleep"));

  private NeverReturnsRows() {}

  private static Row hang(String name, Class<?> target, String... frames) {
    return Row.of(name, target, finding(Kind.HANG, frames)).flags(RUNS);
  }
}
