package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.campaign.CampaignListener;
import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.report.ProgressLog;
import io.github.mavenfuzz.report.ReportLedger;
import io.github.mavenfuzz.session.SessionListener;
import io.github.mavenfuzz.session.SessionSettings;
import io.github.mavenfuzz.target.TargetScan;
import io.github.mavenfuzz.target.UnusableTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Writes the session of one module to the build log, and to reports as each target ends. */
final class FuzzRun implements SessionListener {

  /** Runs targets as {@link io.github.mavenfuzz.session.Session#run} does. */
  @FunctionalInterface
  interface Fuzzer {
    void run(List<FuzzTarget> targets, SessionListener listener);
  }

  private final RunSettings settings;

  /** Has {@code results.json}, and crash logs of JVMs. */
  private final Path directory;

  private final Log log;
  private final FindingLogger findings;
  private final ReportLedger.Part reports;
  private final List<TargetResult> results = new ArrayList<>();

  /** The progress lines of the target that is being fuzzed. */
  private ProgressLog progress;

  private boolean interrupted;

  /** Why reports could not be written the last time, or null. */
  private IOException reportError;

  FuzzRun(SessionSettings settings, Log log, FindingLogger findings, ReportLedger.Part reports) {
    this.settings = settings.run();
    this.directory = settings.workers().jvms().crashLogs();
    this.log = log;
    this.findings = findings;
    this.reports = reports;
  }

  /**
   * Fuzzes all targets, or as many as it comes to until this thread is interrupted. Those that
   * cannot be run are reported before.
   *
   * @param junitReports the folder of the JUnit reports
   * @throws MojoExecutionException when reports cannot be written, after all targets were run
   */
  RunSummary run(TargetScan scan, Fuzzer fuzzer, Path junitReports) throws MojoExecutionException {
    scan.unusable().forEach(this::addUnusable);
    if (!results.isEmpty()) {
      report();
    }
    if (!scan.targets().isEmpty()) {
      if (!results.isEmpty()) {
        log.info("");
      }
      logStart(scan.targets().size());
      makeResultsDirectory();
      fuzzer.run(scan.targets(), this);
    }
    RunSummary summary =
        new RunSummary(
            results,
            scan.names().size(),
            interrupted,
            junitReports,
            directory.resolve("results.json"));
    if (reportError != null) {
      summary.log(log);
      throw new MojoExecutionException(
          "The reports are not complete; " + reportError.getMessage() + '.', reportError);
    }
    return summary;
  }

  private void addUnusable(UnusableTarget target) {
    log.info("");
    log.info(target.id());
    String error = target.explanation();
    error.lines().forEach(log::error);
    results.add(TargetResult.broken(target.name(), 0, error));
  }

  private void logStart(int targets) {
    log.info(
        "Fuzzing "
            + targets
            + (targets == 1 ? " target for " : " targets, each for ")
            + text(settings.limits().duration())
            + (settings.limits().executions() > 0
                ? " or " + settings.limits().executions() + " runs"
                : "")
            + ", with "
            + settings.workers()
            + (settings.workers() == 1 ? " worker" : " workers")
            + ", fuzz.seed="
            + settings.seed());
  }

  private static String text(Duration duration) {
    return duration
        .toString()
        .substring(2)
        .replaceAll("(?<=[HM])", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** For crash logs of JVMs, which make no directory. */
  private void makeResultsDirectory() {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      // The report that goes there will say so, when findings have been logged.
    }
  }

  @Override
  public void warning(String message) {
    log.warn(message);
  }

  @Override
  public CampaignListener begin(FuzzTarget target, Supplier<RunStatistics> statistics) {
    log.info("");
    log.info(target.id() + "(" + target.shape() + ")");
    progress = new ProgressLog(target.name());
    return new OfTarget(progress);
  }

  @Override
  public void ended(TargetResult result, boolean cutShort) {
    interrupted |= cutShort;
    if (cutShort) {
      String id = result.target().id();
      log.warn("Interrupted: " + id + " ends here, and what was found so far is kept.");
    }
    if (result.error() != null) {
      result.error().lines().forEach(log::error);
    } else if (result.skipped() != null) {
      log.info(RunSummary.skipped(result));
    } else {
      log.info(progress.line(result.statistics()) + (cutShort ? "" : ", done"));
    }
    results.add(result);
    report();
  }

  private void report() {
    reportError = null;
    for (IOException error : reports.write(results)) {
      log.error(error.getMessage() + '.');
      reportError = error;
    }
  }

  /** Writes what is heard of one target to the build log. */
  private final class OfTarget implements CampaignListener {
    private final ProgressLog progress;

    OfTarget(ProgressLog progress) {
      this.progress = progress;
    }

    @Override
    public void progress(RunStatistics statistics) {
      log.info(progress.line(statistics));
    }

    @Override
    public void stale(Duration quiet) {
      log.info(progress.stale(quiet));
    }

    @Override
    public void found(int number, Finding finding) {
      findings.tell(number, finding);
    }

    @Override
    public void note(String message) {
      log.info(message);
    }

    @Override
    public void warning(String message) {
      log.warn(message);
    }
  }
}
