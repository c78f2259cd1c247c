package io.github.mavenfuzz.cli;

/**
 * What libFuzzer prints at its end.
 *
 * @param runs calls of the target
 * @param runsPerSecond over the whole run
 * @param newEntries inputs that were added to the corpus
 * @param slowestSeconds the time of the slowest call, as far as it was noticed: that of a hang
 * @param peakMemory as {@link io.github.mavenfuzz.campaign.RunStatistics#peakMemory()}
 */
record FinalStatistics(
    long runs, long runsPerSecond, long newEntries, long slowestSeconds, long peakMemory) {

  @Override
  public String toString() {
    return "stat::number_of_executed_units: "
        + runs
        + "\nstat::average_exec_per_sec:     "
        + runsPerSecond
        + "\nstat::new_units_added:          "
        + newEntries
        + "\nstat::slowest_unit_time_sec:    "
        + slowestSeconds
        + "\nstat::peak_rss_mb:              "
        + StatusLine.megabytes(peakMemory);
  }
}
