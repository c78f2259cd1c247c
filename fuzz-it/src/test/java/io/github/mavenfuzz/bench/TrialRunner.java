package io.github.mavenfuzz.bench;

import io.github.mavenfuzz.bench.Measurement.Found;
import io.github.mavenfuzz.bench.Measurement.Reach;
import io.github.mavenfuzz.bench.Measurement.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs a tool once and measures what comes of it. */
final class TrialRunner {
  /** For starting, for making inputs small, and for ending. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Whoever runs for less or more of the given time than this is told of. */
  private static final double LEAST = 0.9;

  private static final double MOST = 1.3;

  private static final double MILLIS = 1e3;

  private TrialRunner() {}

  /** Whatever goes wrong with the tool becomes a part of the measurement. */
  static Measurement run(Tool tool, Trial trial) throws InterruptedException {
    try {
      Launch launch = tool.prepare(trial);
      Path marks = trial.folder("marks");
      Execution execution =
          Launcher.run(
              launch,
              trial.directory().resolve("log.txt"),
              marks,
              PATIENCE.plusSeconds(trial.equipment().seconds()));
      return measure(tool, trial, launch, execution);
    } catch (BenchException | IOException e) {
      return Measurement.failed(trial, tool.name(), e.getMessage());
    } catch (RuntimeException e) {
      return Measurement.failed(trial, tool.name(), "what it has left cannot be measured: " + e);
    }
  }

  private static Measurement measure(Tool tool, Trial trial, Launch launch, Execution execution)
      throws IOException, InterruptedException {
    Path marks = trial.directory().resolve("marks");
    Optional<Instant> firstRun = Marks.read(marks, Marks.FIRST_RUN);
    Speed speed;
    try {
      speed = speed(tool.runs(execution), firstRun, execution);
    } catch (BenchException e) {
      String how =
          execution.exitCode() == null ? "did not end" : "exit code " + execution.exitCode();
      return Measurement.failed(
          trial,
          tool.name(),
          "%s (%s); its last words:%n%s".formatted(e.getMessage(), how, execution.lastWords()));
    }
    return new Measurement(
        trial.target().name(),
        tool.name(),
        trial.round(),
        null,
        note(trial, speed, execution.usage()),
        speed,
        reach(trial, launch.leaves()),
        found(
            trial,
            launch.leaves(),
            seconds(execution.start(), Marks.read(marks, Marks.FIRST_FAILURE))),
        launch.plans() ? execution.usage() : execution.usage().withoutShare());
  }

  /** The time of the run is the same for all tools: from the target's first call to the end. */
  private static Speed speed(Runs runs, Optional<Instant> firstRun, Execution execution) {
    Instant begin = firstRun.orElse(execution.start());
    double seconds = Duration.between(begin, runs.end()).toMillis() / MILLIS;
    return new Speed(
        runs.count(),
        seconds,
        seconds <= 0 ? null : runs.count() / seconds,
        seconds(execution.start(), firstRun));
  }

  private static Double seconds(Instant start, Optional<Instant> end) {
    return end.map(e -> Duration.between(start, e).toMillis() / MILLIS).orElse(null);
  }

  /** What makes the speed say less than it seems to; null when nothing does. */
  private static String note(Trial trial, Speed speed, Usage usage) {
    int given = trial.equipment().seconds();
    double seconds = speed.seconds();
    List<String> notes = new ArrayList<>();
    if (seconds < LEAST * given || seconds > MOST * given) {
      notes.add(String.format(Locale.ROOT, "ran for %.1f s instead of %d", seconds, given));
    }
    if (usage.cpuSeconds() != null && usage.cpuSeconds() < LEAST * seconds) {
      notes.add(
          String.format(
              Locale.ROOT,
              "had only %.1f s of processor time in %.1f s: is the machine busy?",
              usage.cpuSeconds(),
              seconds));
    }
    return notes.isEmpty() ? null : String.join("; ", notes);
  }

  private static Reach reach(Trial trial, Launch.Leaves leaves)
      throws IOException, InterruptedException {
    if (leaves.corpus() == null) {
      return Reach.UNKNOWN;
    }
    List<Path> seeds = Inputs.in(trial.target().seeds(), List.of());
    List<Path> kept = Inputs.without(Inputs.in(leaves.corpus(), List.of()), seeds);
    List<Path> all = new ArrayList<>(seeds);
    all.addAll(kept);
    return new Reach(CoverageMeter.branches(trial, all), kept.size());
  }

  private static Found found(Trial trial, Launch.Leaves leaves, Double firstSeconds)
      throws IOException, InterruptedException {
    if (leaves.crashers() == null) {
      return Found.UNKNOWN;
    }
    List<Path> crashers = Inputs.in(leaves.crashers(), leaves.crasherPrefixes());
    List<String> results = new Replayer(trial).replayCrashers("findings", crashers);
    List<String> failing = results.stream().filter(r -> !r.equals(Replay.OK)).toList();
    return new Found(
        failing.stream().distinct().sorted().toList(),
        crashers.size(),
        results.size() - failing.size(),
        firstSeconds);
  }
}
