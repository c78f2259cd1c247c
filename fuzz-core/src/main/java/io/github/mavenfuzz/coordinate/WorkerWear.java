package io.github.mavenfuzz.coordinate;

import java.util.concurrent.TimeUnit;

/**
 * Tells whether a worker JVM is worn by what its target leaks. A target that leaves a thread, an
 * open file or a process behind in each run is hardly at fault for that, but after some hundred
 * thousand runs the JVM or the machine has no more to give, and an input that is not to blame would
 * fail. So the JVM is replaced before. Belongs to one worker's thread; only Linux tells.
 */
final class WorkerWear {
  /** More than a thread pool has for each of many processors. */
  private static final int MAX_THREADS = 500;

  private static final int MAX_PROCESSES = 50;
  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LinuxProcess process;
  private final StrayProcesses strays;
  private long threadsAtFirst;
  private long lastLook;

  WorkerWear(LinuxProcess process, StrayProcesses strays) {
    this.process = process;
    this.strays = strays;
  }

  /** Takes note of what the JVM needs by itself, once it has loaded the target. */
  void begin() {
    threadsAtFirst = process.threads();
    lastLook = System.nanoTime();
  }

  /** Looks at most once a second, and says no between. */
  boolean isWorn() {
    long now = System.nanoTime();
    if (now - lastLook < INTERVAL_NANOS) {
      return false;
    }
    lastLook = now;
    return isWornNow();
  }

  boolean isWornNow() {
    long files = process.maxOpenFiles();
    return process.threads() - threadsAtFirst > MAX_THREADS
        || files > 0 && process.openFiles() > files / 2
        || strays.count() > MAX_PROCESSES;
  }
}
