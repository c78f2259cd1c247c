package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Watches a process and its descendants in {@code /proc}, a few times a second, in a thread of its
 * own until it is stopped. Where there is no such folder, all is unknown.
 */
final class UsageSampler {
  private static final Path PROC = Path.of("/proc");
  private static final long STEP_MILLIS = 200;
  private static final double NANOS = 1e9;

  /** Of processor time in {@code /proc/PID/stat}, the same on every Linux. */
  private static final double TICKS_PER_SECOND = 100;

  private final ProcessHandle root;
  private final BooleanSupplier hasRun;
  private final Thread thread = new Thread(this::sample, "usage");
  private final Map<Long, Double> cpuSeconds = new HashMap<>();
  private long peak;
  private long rootPeak;

  /** When the target ran first: the processor time of all processes, and of the first. */
  private double firstRunCpu;

  private double firstRunRootCpu = -1;
  private long firstRunNanos;
  private long lastNanos;
  private volatile boolean stopped;

  /**
   * Starts to watch.
   *
   * @param hasRun whether the target has run; not asked again once it has
   */
  UsageSampler(Process process, BooleanSupplier hasRun) {
    this.root = process.toHandle();
    this.hasRun = hasRun;
    thread.setDaemon(true);
    if (Files.isDirectory(PROC.resolve("self"))) {
      thread.start();
    }
  }

  private void sample() {
    while (!stopped) {
      try (Stream<ProcessHandle> descendants = root.descendants()) {
        long total = look(root.pid());
        rootPeak = Math.max(rootPeak, total);
        total += descendants.mapToLong(p -> look(p.pid())).sum();
        peak = Math.max(peak, total);
        noteFirstRun();
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void noteFirstRun() {
    Double cpu = cpuSeconds.get(root.pid());
    if (cpu == null || !root.isAlive()) {
      return;
    }
    lastNanos = System.nanoTime();
    if (firstRunRootCpu < 0 && hasRun.getAsBoolean()) {
      firstRunRootCpu = cpu;
      firstRunCpu = allCpu();
      firstRunNanos = lastNanos;
    }
  }

  /**
   * Notes the processor time of a process.
   *
   * @return the most memory it has had, in bytes; 0 when it has ended
   */
  private long look(long pid) {
    try {
      Path process = PROC.resolve(Long.toString(pid));
      double cpu = cpuSeconds(Files.readString(process.resolve("stat")));
      cpuSeconds.merge(pid, cpu, Math::max);
      return peakBytes(Files.readString(process.resolve("status")));
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * @param stat the content of {@code /proc/PID/stat}
   */
  static double cpuSeconds(String stat) {
    // The name of the program, in brackets, may hold anything.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /**
   * @param status the content of {@code /proc/PID/status}
   * @return 0 for a process that has ended, which has no such line
   */
  static long peakBytes(String status) {
    return status
        .lines()
        .filter(l -> l.startsWith("VmHWM:"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElse(0);
  }

  /** Stops watching, and says what was seen. */
  Usage stop() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    thread.join();
    if (peak == 0) {
      return Usage.UNKNOWN;
    }
    double seconds = (lastNanos - firstRunNanos) / NANOS;
    Double share =
        firstRunRootCpu < 0 || seconds < 1
            ? null
            : (cpuSeconds.get(root.pid()) - firstRunRootCpu) / seconds;
    return new Usage(peak, rootPeak, allCpu() - firstRunCpu, share);
  }

  private double allCpu() {
    return cpuSeconds.values().stream().mapToDouble(d -> d).sum();
  }
}
