package io.github.mavenfuzz.boot;

/**
 * The counters of a worker JVM's probes: instrumented code increments them. The array has a fixed
 * size because the JIT folds its address and length into the probes.
 */
public final class Counters {
  /** The most probes that one worker JVM can have; classes loaded after that run as they are. */
  public static final int CAPACITY = 1 << 21;

  /** Hits of each probe in this run, modulo 256, in the worker's own numbering. */
  public static final byte[] HITS = new byte[CAPACITY];

  private Counters() {}
}
