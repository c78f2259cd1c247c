package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.report.SharedCauses;
import io.github.mavenfuzz.report.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * How the fuzzing of a module ends, for the log and for Maven.
 *
 * @param results of the targets that were run
 * @param planned how many targets there are
 * @param interrupted whether the last of the results is of a run that was interrupted
 * @param reports the folder of the JUnit reports
 * @param resultsFile the JSON report
 */
record RunSummary(
    List<TargetResult> results, int planned, boolean interrupted, Path reports, Path resultsFile) {

  /**
   * Logs a line per target and says where the reports are.
   *
   * @throws MojoExecutionException when a target could not be run or the goal was interrupted
   * @throws MojoFailureException when a target has findings and they are not ignored
   */
  void end(boolean ignoreFindings, Log log) throws MojoExecutionException, MojoFailureException {
    log(log);
    List<TargetResult> broken = results.stream().filter(r -> r.error() != null).toList();
    List<TargetResult> failed = results.stream().filter(r -> !r.failing().isEmpty()).toList();
    int findings = failed.stream().mapToInt(r -> r.failing().size()).sum();
    int causes = new SharedCauses(results).count();
    String failures =
        count(findings, "failure")
            + (causes < findings ? " of " + count(causes, "cause") : "")
            + " in "
            + names(failed);
    if (interrupted) {
      throw new MojoExecutionException(
          "Fuzzing was interrupted in "
              + results.get(results.size() - 1).target().id()
              + "; until then it found "
              + (findings > 0 ? failures : "no failure")
              + ", and all that was found is kept");
    }
    if (!broken.isEmpty()) {
      throw new MojoExecutionException(
          count(broken.size(), "target")
              + " could not be run, see above: "
              + names(broken)
              + (findings > 0 ? "; and " + failures : ""));
    }
    if (findings > 0 && !ignoreFindings) {
      throw new MojoFailureException(
          "Fuzzing found "
              + failures
              + "; the inputs and how to reproduce them are above and in "
              + reports);
    }
  }

  /** Logs a line per target and says where the reports are. */
  void log(Log log) {
    log.info("");
    log.info("Results:");
    SharedCauses shared = new SharedCauses(results);
    results.forEach(result -> logLines(result, shared, log));
    int notRun = planned - results.size();
    if (notRun > 0) {
      String targets = notRun == 1 ? " more target was" : " more targets were";
      String reason = interrupted ? "fuzzing was interrupted" : "fuzz.failFast is set";
      log.info("  " + notRun + targets + " not run: " + reason);
    }
    log.info("");
    log.info("Reports: " + reports + " and " + resultsFile);
  }

  private static void logLines(TargetResult result, SharedCauses shared, Log log) {
    String target = "  " + result.target().id() + ": ";
    List<Finding> failing = result.failing();
    if (result.error() != null) {
      log.error(target + "could not be run");
    } else if (result.skipped() != null) {
      log.info("  " + skipped(result));
    } else if (failing.isEmpty()) {
      log.info(
          String.format(
              Locale.ROOT, "%sno findings in %,d runs", target, result.statistics().runs()));
    } else {
      log.error(target + count(failing.size(), "finding"));
    }
    for (Finding finding : failing) {
      log.error("    " + line(finding, shared));
    }
  }

  /** {@code [4a5e13b590cf] java.lang.Error at a.B.c+3, and in 2 other ways}. */
  private static String line(Finding finding, SharedCauses shared) {
    String elsewhere = shared.elsewhere(finding);
    int ways = finding.variants().size();
    return "["
        + finding.id()
        + "] "
        + VisibleText.line(finding.failure().signature().cause().toString())
        + (ways == 0 ? "" : ", and in " + count(ways, "other way"))
        + (elsewhere == null ? "" : ", the same cause as in " + VisibleText.line(elsewhere));
  }

  static String skipped(TargetResult result) {
    String reason = result.skipped().isBlank() ? "" : ": " + result.skipped();
    return result.target().id() + " is skipped, as in JUnit" + reason;
  }

  private static String names(List<TargetResult> results) {
    return VisibleText.line(String.join(", ", results.stream().map(r -> r.target().id()).toList()));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
