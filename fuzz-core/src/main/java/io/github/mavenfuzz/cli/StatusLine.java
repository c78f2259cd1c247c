package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.campaign.RunStatistics;
import java.util.Locale;

/** Words the state of a run as libFuzzer does, for programs that read it. */
final class StatusLine {
  private static final int MEGABYTE_SHIFT = 20;

  private StatusLine() {}

  /**
   * @param event {@code INITED}, {@code NEW}, {@code pulse} or {@code DONE}
   * @param maxLength the longest input that mutations make
   */
  static String of(String event, RunStatistics statistics, int maxLength) {
    return String.format(
        Locale.ROOT,
        "#%d\t%-6s cov: %d ft: %d corp: %d/%s lim: %d exec/s: %d rss: %dMb",
        statistics.runs(),
        event,
        statistics.coveredProbes(),
        statistics.coverageBits(),
        statistics.corpusEntries(),
        size(statistics.corpusBytes()),
        maxLength,
        (long) statistics.runsPerSecond(),
        megabytes(statistics.peakMemory()));
  }

  private static String size(long bytes) {
    if (bytes < 1 << 14) {
      return bytes + "b";
    }
    return bytes < 1 << 24 ? (bytes >> 10) + "Kb" : (bytes >> MEGABYTE_SHIFT) + "Mb";
  }

  static long megabytes(long bytes) {
    return bytes >> MEGABYTE_SHIFT;
  }
}
