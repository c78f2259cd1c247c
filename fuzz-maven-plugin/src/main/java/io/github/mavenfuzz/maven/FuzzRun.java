package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.coordinate.Coordinator;
import io.github.mavenfuzz.coordinate.FuzzException;
import io.github.mavenfuzz.coordinate.RunListener;
import io.github.mavenfuzz.coordinate.RunSettings;
import io.github.mavenfuzz.coordinate.RunStatistics;
import io.github.mavenfuzz.coordinate.TargetResult;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.report.FindingText;
import io.github.mavenfuzz.report.JUnitXmlReport;
import io.github.mavenfuzz.report.JsonReport;
import io.github.mavenfuzz.report.ProgressLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Fuzzes the targets of one module, one after the other, and reports on them as they end. */
final class FuzzRun {
  private final RunSettings settings;
  private final Log log;
  private final Function<Finding, String> command;
  private final FindingText findingText;
  private final List<TargetResult> results = new ArrayList<>();
  private int findings;

  FuzzRun(
      RunSettings settings, Log log, boolean trimStackTrace, Function<Finding, String> command) {
    this.settings = settings;
    this.log = log;
    this.command = command;
    this.findingText = new FindingText(trimStackTrace, Previews::of, command);
  }

  /**
   * @param reports the folder of the JUnit reports
   * @throws MojoExecutionException when the reports cannot be written
   */
  RunSummary run(List<FuzzTarget> targets, Path reports)
      throws MojoExecutionException, InterruptedException {
    log.info(
        "Fuzzing "
            + targets.size()
            + (targets.size() == 1 ? " target for " : " targets, each for ")
            + text(settings.duration())
            + (settings.executions() > 0 ? " or " + settings.executions() + " runs" : "")
            + ", with "
            + settings.workers()
            + (settings.workers() == 1 ? " worker" : " workers")
            + ", fuzz.seed="
            + settings.seed());
    for (FuzzTarget target : targets) {
      TargetResult result = fuzz(target);
      results.add(result);
      write(reports);
      if (settings.failFast() && result.statistics().findings() > 0) {
        break;
      }
    }
    return new RunSummary(results, targets.size(), reports, resultsFile());
  }

  private static String text(Duration duration) {
    return duration.toString().substring(2).replaceAll("(?<=[HM])", " ").strip().toLowerCase();
  }

  private TargetResult fuzz(FuzzTarget target) throws InterruptedException {
    log.info("");
    log.info(target.id() + "(" + target.shape() + ")");
    TargetResult result;
    try {
      Files.createDirectories(settings.directories().results());
      result = new Coordinator(target, settings, new Listener()).run();
    } catch (FuzzException | IOException e) {
      result = failed(target, e);
    }
    if (result.error() != null) {
      result.error().lines().forEach(log::error);
    } else {
      log.info(new ProgressLog().line(result.statistics()) + ", done");
    }
    return result;
  }

  private TargetResult failed(FuzzTarget target, Exception e) {
    String sentence =
        e instanceof FuzzException || e instanceof CorpusException ? e.getMessage() : e.toString();
    RunStatistics none = new RunStatistics(Duration.ZERO, 0, settings.workers(), 0, 0, 0, 0, 0, 0);
    return new TargetResult(target, none, List.of(), List.of(), sentence);
  }

  private void write(Path reports) throws MojoExecutionException {
    try {
      new JUnitXmlReport(Previews::of).write(results, command, reports);
      new JsonReport().write(results, command, settings.directories().results());
    } catch (IOException e) {
      throw new MojoExecutionException("The reports cannot be written: " + e + ".", e);
    }
  }

  private Path resultsFile() {
    return settings.directories().results().resolve("results.json");
  }

  /** Hears of one target's run and writes it to the build log. */
  private final class Listener implements RunListener {
    private final ProgressLog progress = new ProgressLog();

    @Override
    public void progress(RunStatistics statistics) {
      log.info(progress.line(statistics));
    }

    @Override
    public void found(Finding finding) {
      String text = findingText.of(++findings, finding);
      text.lines().forEach(finding.reproduced() ? log::error : log::warn);
    }

    @Override
    public void warning(String message) {
      log.warn(message);
    }
  }
}
