package io.github.mavenfuzz.process;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells whether leaks of the target have worn out a worker JVM. Leaving a thread, an open file or a
 * process behind in each run is hardly a fault. But after some hundred thousand runs the JVM or the
 * machine has none left, and an innocent input would fail. So the JVM is replaced before that.
 * Belongs to one worker's thread; only Linux tells.
 */
final class JvmWear {
  /** More than a thread pool has for each of many processors. */
  private static final int MAX_THREADS = 500;

  private static final int MAX_PROCESSES = 50;

  /** Counting threads is cheap, and each run may make a new one. */
  private static final long THREAD_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * Between two looks for processes when there were none: a look goes through all processes of the
   * machine.
   */
  private static final long PROCESS_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final LinuxProcess process;
  private final StrayProcesses strays;
  private final LongSupplier clock;
  private long threadsAtFirst;
  private long maxOpenFiles;
  private long lastThreadLook;
  private long lastLook;
  private long nextProcessLook;

  /**
   * @param clock in nanoseconds
   */
  JvmWear(LinuxProcess process, StrayProcesses strays, LongSupplier clock) {
    this.process = process;
    this.strays = strays;
    this.clock = clock;
  }

  /**
   * Takes note of the JVM's own threads and of its limit of open files, once it has loaded the
   * target.
   */
  void begin() {
    threadsAtFirst = process.threads();
    maxOpenFiles = process.maxOpenFiles();
    lastLook = clock.getAsLong();
    lastThreadLook = lastLook;
    nextProcessLook = lastLook;
  }

  /**
   * Whether the JVM should be replaced. Counts threads every 50 ms and everything else once a
   * second at most; says no in between.
   */
  boolean isWorn() {
    long now = clock.getAsLong();
    if (now - lastLook >= INTERVAL_NANOS) {
      lastLook = now;
      lastThreadLook = now;
      return hasManyThreads() || hasManyFiles() || hasManyProcesses(now);
    }
    if (now - lastThreadLook >= THREAD_INTERVAL_NANOS) {
      lastThreadLook = now;
      return hasManyThreads();
    }
    return false;
  }

  private boolean hasManyThreads() {
    return process.threads() - threadsAtFirst > MAX_THREADS;
  }

  private boolean hasManyFiles() {
    return maxOpenFiles > 0 && process.openFiles() > maxOpenFiles / 2;
  }

  private boolean hasManyProcesses(long now) {
    if (now - nextProcessLook < 0) {
      return false;
    }
    int processes = strays.count();
    nextProcessLook = now + (processes == 0 ? PROCESS_INTERVAL_NANOS : INTERVAL_NANOS);
    return processes > MAX_PROCESSES;
  }
}
