package io.github.mavenfuzz.campaign;

import java.time.Duration;

/**
 * The state of one target's run at a moment.
 *
 * @param elapsed since the first worker was ready
 * @param runs calls of the target, those of warm-up and minimisation included
 * @param refusedRuns those of them that did not reach the target, because a record that it takes
 *     refused a value; as far as is known
 * @param workers worker JVMs
 * @param coveredProbes probes hit at least once
 * @param totalProbes probes of all classes that were loaded and instrumented
 * @param coverageBits bits of coverage: for each covered probe, the magnitudes of its hits
 * @param corpusEntries seeds and corpus entries
 * @param corpusBytes the sum of their lengths
 * @param newEntries corpus entries that this run added
 * @param findings causes of failure, flaky ones left out
 * @param uninstrumentedClasses classes that should have been instrumented and could not be
 * @param peakMemory the most bytes of memory that a worker JVM had in use so far, as the operating
 *     system counts them; 0 where that is unknown
 */
public record RunStatistics(
    Duration elapsed,
    long runs,
    long refusedRuns,
    int workers,
    int coveredProbes,
    int totalProbes,
    int coverageBits,
    int corpusEntries,
    long corpusBytes,
    int newEntries,
    int findings,
    int uninstrumentedClasses,
    long peakMemory) {

  /** The statistics of a target that has not begun. */
  public static RunStatistics nothingRun(int workers) {
    return new RunStatistics(Duration.ZERO, 0, 0, workers, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Whether so few runs reach the target that the run says little about it. */
  public boolean isMostlyRefused() {
    return refusedRuns > runs / 2;
  }

  /** The mean over the whole run; 0 before any time has passed. */
  public double runsPerSecond() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds > 0 ? runs / seconds : 0;
  }
}
