package io.github.mavenfuzz.bench;

import java.util.List;

/**
 * What one run of a tool on a target came to. Null stands for what was not measured.
 *
 * @param round from 1
 * @param error what went wrong, in the tool's own words; null when nothing did
 * @param note what readers of the figures should know, such as that the tool took too long
 */
record Measurement(
    String target,
    String tool,
    int round,
    String error,
    String note,
    Speed speed,
    Reach reach,
    Found found,
    Usage usage) {

  /**
   * How fast the tool was.
   *
   * @param runs calls of the target, as the tool counts them
   * @param seconds from the first run to the end
   * @param startUpSeconds from the start of the process to the first run
   */
  record Speed(Long runs, Double seconds, Double runsPerSecond, Double startUpSeconds) {
    static final Speed UNKNOWN = new Speed(null, null, null, null);
  }

  /**
   * How far it came.
   *
   * @param branches that the seeds and the final corpus cover under JaCoCo
   * @param corpus the inputs it has kept, seeds left out
   */
  record Reach(Integer branches, Integer corpus) {
    static final Reach UNKNOWN = new Reach(null, null);
  }

  /**
   * What it has found.
   *
   * @param distinct the throw sites of the crashers that fail when they are replayed
   * @param crashers how many it has left
   * @param notReproduced those of them that pass when they are replayed
   * @param firstSeconds from the start of the process to the first failure of the target
   */
  record Found(
      List<String> distinct, Integer crashers, Integer notReproduced, Double firstSeconds) {
    static final Found UNKNOWN = new Found(null, null, null, null);

    /** Crashers that fail when they are replayed, each of which is a finding to people. */
    Integer findings() {
      return crashers == null || notReproduced == null ? null : crashers - notReproduced;
    }

    /** How many places the findings come from; null when that is unknown. */
    Integer throwSites() {
      return distinct == null ? null : distinct.size();
    }
  }

  static Measurement failed(Trial trial, String tool, String error) {
    return new Measurement(
        trial.target().name(),
        tool,
        trial.round(),
        error,
        null,
        Speed.UNKNOWN,
        Reach.UNKNOWN,
        Found.UNKNOWN,
        Usage.UNKNOWN);
  }

  /** Null unless both are known. */
  Double runsPerCpuSecond() {
    return speed.runs() == null || usage.cpuSeconds() == null || usage.cpuSeconds() == 0
        ? null
        : speed.runs() / usage.cpuSeconds();
  }

  /** A few words, while the other tools still run. */
  String summary() {
    return error != null
        ? tool + " failed"
        : tool + " " + Table.count(speed.runsPerSecond()) + " runs/s";
  }
}
