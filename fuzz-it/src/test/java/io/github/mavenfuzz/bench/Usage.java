package io.github.mavenfuzz.bench;

/**
 * What the processes of a tool have used; null is what this system does not tell.
 *
 * @param peakBytes the most memory of all processes that lived at one time, each with its own peak
 * @param firstProcessPeakBytes of it, that of the first process
 * @param cpuSeconds of all processes after the target's first run; from the start where that is not
 *     known
 * @param firstProcessShare what the first process used of one core after the target's first run
 */
record Usage(
    Long peakBytes, Long firstProcessPeakBytes, Double cpuSeconds, Double firstProcessShare) {
  static final Usage UNKNOWN = new Usage(null, null, null, null);

  /** For a tool whose first process also runs the target. */
  Usage withoutShare() {
    return new Usage(peakBytes, firstProcessPeakBytes, cpuSeconds, null);
  }
}
