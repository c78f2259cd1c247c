package io.github.mavenfuzz.probe;

import io.github.mavenfuzz.agent.ProbeRegistry;

/** Registries for targets that count their branches themselves, in the test's own JVM. */
public final class NumberedProbes {
  private NumberedProbes() {}

  /** A registry with one class of that many probes, numbered from 0. */
  public static ProbeRegistry registry(int count) {
    ProbeRegistry registry = new ProbeRegistry(1 << 16);
    registry.register("com.example.Counted", 1, count);
    return registry;
  }

  /** Adds a class, as a thread of a target may do at any moment by loading one. */
  public static void addClass(ProbeRegistry registry, int count) {
    registry.register("com.example.LoadedLate", 1, count);
  }
}
