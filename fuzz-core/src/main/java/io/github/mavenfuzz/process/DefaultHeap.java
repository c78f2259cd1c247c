package io.github.mavenfuzz.process;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** The largest heap of a worker JVM for which the user has chosen none. */
public final class DefaultHeap {
  /** In MiB, as the others. */
  private static final int MOST = 1024;

  private static final int LEAST = 256;

  /**
   * All heaps together may take one part of so many of the machine's memory. A JVM needs half as
   * much again beside its heap, and Maven and others want some.
   */
  private static final int PARTS = 2;

  private DefaultHeap() {}

  /**
   * In MiB: a gigabyte, or less where several such JVMs would ask for more than this machine, or
   * this container, has.
   *
   * @param workers that fuzz at the same time; there are two more, to confirm failures and to trace
   *     comparisons
   */
  public static int megabytes(int workers) {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean known
        ? megabytes(workers, known.getTotalMemorySize())
        : MOST;
  }

  /**
   * @param memory of the machine, in bytes
   */
  static int megabytes(int workers, long memory) {
    long each = (memory >> 20) / PARTS / (workers + 2L);
    return (int) Math.max(LEAST, Math.min(MOST, each));
  }
}
