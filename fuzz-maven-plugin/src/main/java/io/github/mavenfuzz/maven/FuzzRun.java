package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.campaign.RunListener;
import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.report.ProgressLog;
import io.github.mavenfuzz.session.SessionSettings;
import io.github.mavenfuzz.target.TargetScan;
import io.github.mavenfuzz.target.UnusableTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Fuzzes the targets of one module, one after the other, and reports on them as they end. */
final class FuzzRun {

  /** Runs one target to its end, and throws what a coordinator does. */
  @FunctionalInterface
  interface Fuzzer {
    TargetResult fuzz(FuzzTarget target, RunListener listener) throws FuzzException, IOException;
  }

  private final RunSettings settings;

  /** Has {@code results.json}, and crash logs of JVMs. */
  private final Path directory;

  private final Log log;
  private final FindingLogger findings;
  private final ReportLedger.Part reports;
  private final Fuzzer fuzzer;
  private final List<TargetResult> results = new ArrayList<>();
  private boolean interrupted;

  /** Why reports could not be written the last time, or null. */
  private IOException reportError;

  FuzzRun(
      SessionSettings settings,
      Log log,
      FindingLogger findings,
      ReportLedger.Part reports,
      Fuzzer fuzzer) {
    this.settings = settings.run();
    this.directory = settings.workers().jvms().crashLogs();
    this.log = log;
    this.findings = findings;
    this.reports = reports;
    this.fuzzer = fuzzer;
  }

  /**
   * Fuzzes all targets, or as many as it comes to until this thread is interrupted, and leaves the
   * thread marked as interrupted then. Those that cannot be run are reported before.
   *
   * @param junitReports the folder of the JUnit reports
   * @throws MojoExecutionException when reports cannot be written, after all targets were run
   */
  RunSummary run(TargetScan scan, Path junitReports) throws MojoExecutionException {
    scan.unusable().forEach(this::addUnusable);
    if (!results.isEmpty()) {
      report();
    }
    if (!scan.targets().isEmpty()) {
      if (!results.isEmpty()) {
        log.info("");
      }
      logStart(scan.targets().size());
      fuzzAll(scan.targets());
    }
    RunSummary summary =
        new RunSummary(results, scan.names().size(), interrupted, junitReports, resultsFile());
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
    results.add(new TargetResult(target.name(), nothingRun(0), List.of(), List.of(), error, null));
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

  private void fuzzAll(List<FuzzTarget> targets) {
    try {
      for (FuzzTarget target : targets) {
        TargetResult result = fuzz(target);
        results.add(result);
        report();
        if (interrupted || settings.limits().maxFindings() > 0 && !result.failing().isEmpty()) {
          break;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The statistics of a target that has not begun. */
  private static RunStatistics nothingRun(int workers) {
    return new RunStatistics(Duration.ZERO, 0, 0, workers, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static String text(Duration duration) {
    return duration
        .toString()
        .substring(2)
        .replaceAll("(?<=[HM])", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private TargetResult fuzz(FuzzTarget target) {
    log.info("");
    log.info(target.id() + "(" + target.shape() + ")");
    Listener listener = new Listener(target);
    TargetResult result;
    makeResultsDirectory();
    try {
      result = fuzzer.fuzz(target, listener);
    } catch (FuzzException | CorpusException e) {
      result = listener.failed(target, e.getMessage());
    } catch (InvalidPathException e) {
      result =
          listener.failed(
              target,
              "The locale has no file names with the characters of the target's name; run Maven in"
                  + " one that has, such as with LC_ALL=C.UTF-8.");
    } catch (IOException e) {
      result = listener.failed(target, e.toString());
    } catch (RuntimeException e) {
      // The other targets are still worth running, and what was found is worth reporting.
      log.error(e);
      result = listener.failed(target, "A fault of the fuzzer, please report it: " + e);
    }
    // Reports are written by an uninterrupted thread, for an interrupt closes files.
    interrupted = Thread.interrupted();
    if (interrupted) {
      log.warn("Interrupted: " + target.id() + " ends here, and what was found so far is kept.");
    }
    if (result.error() != null) {
      result.error().lines().forEach(log::error);
    } else if (result.skipped() != null) {
      log.info(RunSummary.skipped(result));
    } else {
      log.info(new ProgressLog(target).line(result.statistics()) + (interrupted ? "" : ", done"));
    }
    return result;
  }

  /** For crash logs of JVMs, which make no directory. */
  private void makeResultsDirectory() {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      // The report that goes there will say so, when findings have been logged.
    }
  }

  private void report() {
    reportError = null;
    for (IOException error : reports.write(results)) {
      log.error(error.getMessage() + '.');
      reportError = error;
    }
  }

  private Path resultsFile() {
    return directory.resolve("results.json");
  }

  /** Hears of one target's run and writes it to the build log. */
  private final class Listener implements RunListener {
    private final ProgressLog progress;
    private final List<Finding> heard = new ArrayList<>();

    /** Of what was heard, in the same order. */
    private final List<Integer> numbers = new ArrayList<>();

    private RunStatistics latest = nothingRun(settings.workers());

    Listener(FuzzTarget target) {
      this.progress = new ProgressLog(target);
    }

    /** The result of a run that ended without one. */
    TargetResult failed(FuzzTarget target, String error) {
      return new TargetResult(target.name(), latest, List.copyOf(heard), List.of(), error, null);
    }

    @Override
    public void progress(RunStatistics statistics) {
      latest = statistics;
      log.info(progress.line(statistics));
    }

    @Override
    public void found(Finding finding) {
      int index = indexOf(finding);
      if (index == heard.size()) {
        heard.add(finding);
        numbers.add(findings.nextNumber());
      } else {
        heard.set(index, finding);
      }
      findings.tell(numbers.get(index), finding);
    }

    /** Of the flaky finding of which more is known now, or else of the next one. */
    private int indexOf(Finding finding) {
      int index = 0;
      while (index < heard.size() && !isMoreOf(heard.get(index), finding)) {
        index++;
      }
      return index;
    }

    private static boolean isMoreOf(Finding known, Finding finding) {
      return !known.reproduced()
          && !finding.reproduced()
          && known.failure().isLike(finding.failure());
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
