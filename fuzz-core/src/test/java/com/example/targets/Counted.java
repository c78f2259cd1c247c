package com.example.targets;

import io.github.mavenfuzz.boot.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Targets for tests inside one JVM, which count their branches themselves. */
public final class Counted {
  private static final List<byte[]> RUNS = new ArrayList<>();
  private static final List<Consumer<byte[]>> BODIES = new ArrayList<>();

  private static final List<Predicate<List<?>>> BUGS = new ArrayList<>();

  private Counted() {}

  /** A record for {@link #parts}. */
  public record Sample(int c0, String c1) {}

  /** An enum for {@link #parts}. */
  public enum Color {
    RED,
    GREEN,
    BLUE
  }

  /** Says what {@link #run} does from now on. */
  public static void runs(Consumer<byte[]> body) {
    RUNS.clear();
    BODIES.clear();
    BODIES.add(body);
  }

  /** Says for which values {@link #parts} fails from now on. */
  public static void failsFor(Predicate<List<?>> bug) {
    BUGS.clear();
    BUGS.add(bug);
  }

  /** All inputs since {@link #runs}, in order. */
  public static List<byte[]> inputs() {
    return RUNS;
  }

  /** Hits a probe. */
  public static void hit(int probe) {
    Counters.HITS[probe]++;
  }

  static void run(byte[] data) {
    RUNS.add(data.clone());
    BODIES.get(0).accept(data);
  }

  static void typed(int number, String text, double real) {
    if (number > 100 && text.contains("x") && real > 0.5) {
      throw new IllegalStateException(text);
    }
  }

  static void parts(List<?> value) {
    if (BUGS.get(0).test(value)) {
      throw new IllegalStateException("bug");
    }
  }
}
