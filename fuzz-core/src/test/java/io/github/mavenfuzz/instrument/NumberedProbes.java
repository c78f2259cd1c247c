package io.github.mavenfuzz.instrument;

/** Registries for targets that count their branches themselves, in the test's own JVM. */
public final class NumberedProbes {
  private NumberedProbes() {}

  /** A registry with one class of that many probes, numbered from 0. */
  public static ProbeRegistry registry(int count) {
    ProbeRegistry registry = new ProbeRegistry(1 << 10);
    registry.register("com.example.Counted", 1, count);
    return registry;
  }
}
