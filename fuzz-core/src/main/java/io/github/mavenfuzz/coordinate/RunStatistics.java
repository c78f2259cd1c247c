package io.github.mavenfuzz.coordinate;

import java.time.Duration;

/**
 * The state of one target's run at a moment.
 *
 * @param elapsed since the first worker was ready
 * @param runs calls of the target, those of warm-up and minimisation included
 * @param workers worker JVMs
 * @param coveredProbes probes hit at least once
 * @param totalProbes probes of all classes that were loaded and instrumented
 * @param corpusEntries seeds and corpus entries
 * @param newEntries corpus entries that this run added
 * @param findings causes of failure, flaky ones left out
 * @param uninstrumentedClasses classes that should have been instrumented and could not be
 */
public record RunStatistics(
    Duration elapsed,
    long runs,
    int workers,
    int coveredProbes,
    int totalProbes,
    int corpusEntries,
    int newEntries,
    int findings,
    int uninstrumentedClasses) {

  /** The mean over the whole run; 0 before any time has passed. */
  public double runsPerSecond() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds > 0 ? runs / seconds : 0;
  }
}
