package io.github.mavenfuzz.coverage;

import java.util.List;

/**
 * The counters that instrumented code increments, the only class of the engine that it touches,
 * except that calls which end the JVM go to {@link Exits}, that Jazzer's API calls {@link
 * Guidance}, that throwables ask {@link StackTraces} and that static initialisers tell it. In a
 * worker JVM the agent puts these classes on the boot class path, so that every class loader sees
 * the same ones.
 *
 * <p>The array has a fixed size because the JIT folds its address and length into the probes.
 */
public final class Counters {
  /** The most probes that one worker JVM can have; classes loaded after that run as they are. */
  public static final int CAPACITY = 1 << 21;

  /** Hits of each probe in this run, modulo 256, in the worker's own numbering. */
  public static final byte[] HITS = new byte[CAPACITY];

  private Counters() {}

  /** The names of all classes that have to be on the boot class path. */
  public static List<String> bootClasses() {
    return List.of(
        Counters.class.getName(),
        Guidance.class.getName(),
        Features.class.getName(),
        Exits.class.getName(),
        StackTraces.class.getName());
  }
}
