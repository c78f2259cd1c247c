package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.campaign.FindingNumbers;
import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.classname.ClassFilter;
import io.github.mavenfuzz.classname.ClassPatterns;
import io.github.mavenfuzz.corpus.InputDirectories;
import io.github.mavenfuzz.report.FindingText;
import io.github.mavenfuzz.report.JUnitXmlReport;
import io.github.mavenfuzz.report.JsonReport;
import io.github.mavenfuzz.report.ReportLedger;
import io.github.mavenfuzz.session.Session;
import io.github.mavenfuzz.session.SessionSettings;
import io.github.mavenfuzz.target.ClassNames;
import io.github.mavenfuzz.target.TargetScan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fuzzes every target of the project for a while, one after the other, and fails the build when one
 * breaks. The smallest input that breaks a target is left among the test resources as a regression
 * test.
 */
@Mojo(
    name = "fuzz",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public class FuzzMojo extends AbstractWorkerMojo {

  /**
   * How long each target is fuzzed: {@code 90s}, {@code 10m}, {@code 2h} or ISO-8601 such as {@code
   * PT1H30M}. The end of that time is a success.
   */
  @Parameter(property = "fuzz.duration", defaultValue = "60s")
  String duration;

  /**
   * How long a target may reach nothing new before its run ends early, such as {@code 5m}. That end
   * is a success, too. Without a value the duration alone counts.
   */
  @Parameter(property = "fuzz.stopWhenStale")
  String stopWhenStale;

  /** How often each target is called at most; 0 means that only the duration counts. */
  @Parameter(property = "fuzz.executions", defaultValue = "0")
  long executions;

  /**
   * How many worker JVMs run a target at the same time: a number such as {@code 2}, or {@code 1C}
   * for one per core and {@code 0.5C} for one per two cores.
   */
  @Parameter(property = "fuzz.workers", defaultValue = "1C")
  String workers;

  /**
   * The seed of all randomness. With one worker and a number of executions, the same seed gives the
   * same inputs, starting from the same files. A random one when it is not set; the log names it.
   */
  @Parameter(property = "fuzz.seed")
  Long seed;

  /**
   * A file of words for the inputs of targets, such as the keywords of a language, in the format of
   * AFL and libFuzzer: a line is {@code "word"} or {@code name="word"}. Of a directory each file is
   * a word.
   */
  @Parameter(property = "fuzz.dictionary")
  String dictionary;

  /**
   * Whether a JVM of its own traces what inputs are compared with, so that mutations put it there:
   * a keyword, a magic number, a checksum.
   */
  @Parameter(property = "fuzz.traceComparisons", defaultValue = "true")
  boolean traceComparisons;

  /**
   * The most bytes to which mutations grow an array or a string; 0 means 64 KiB, or as much as the
   * largest argument of any seed or corpus entry.
   */
  @Parameter(property = "fuzz.maxLength", defaultValue = "0")
  int maxLength;

  /** Ends a target's run at its first finding, and runs no target after that. */
  @Parameter(property = "fuzz.failFast", defaultValue = "false")
  boolean failFast;

  /**
   * Patterns of the names of classes that guide the fuzzer by their coverage: {@code *} stands for
   * any characters but a dot, {@code **} for any characters. All classes but those of the JDK and
   * of test frameworks when none is set; a pattern such as {@code org.hamcrest.**} includes a test
   * framework.
   */
  @Parameter(property = "fuzz.includes")
  List<String> includes;

  /** Patterns of the names of classes that do not guide the fuzzer. */
  @Parameter(property = "fuzz.excludes")
  List<String> excludes;

  /** The folder of the JUnit reports, which have the form of Surefire's. */
  @Parameter(
      property = "fuzz.reportsDirectory",
      defaultValue = "${project.build.directory}/fuzz-reports")
  String reportsDirectory;

  /** Reports findings without failing the build; by default Surefire's setting counts. */
  @Parameter(property = "fuzz.testFailureIgnore", defaultValue = "${maven.test.failure.ignore}")
  boolean testFailureIgnore;

  @Override
  void run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    SessionSettings settings = settings();
    TestSources.checkCompiled(testClassesDirectory.toPath(), project.getTestCompileSourceRoots());
    ReproduceCommand command = new ReproduceCommand(session, project, execution);
    ReportLedger.Part reports = beginReports(command);
    TargetScan scan = selectTargets();
    if (scan.isEmpty()) {
      getLog().info("There are no fuzz targets.");
      return;
    }
    checkPatterns();
    SeedPlaces places = seedPlaces();
    FindingText text =
        new FindingText(trimStackTrace, Previews::of, command::forFinding, places::caveat);
    FindingLogger findings = new FindingLogger(getLog(), text, places::caveat);
    FindingNumbers numbers = store().get(FindingNumbers.class, "", FindingNumbers::new);
    InputDirectories directories = directories();
    RunSummary summary =
        new FuzzRun(settings, getLog(), findings, reports)
            .run(
                scan,
                (targets, listener) ->
                    new Session(settings, directories::of, listener, numbers).run(targets),
                module().resolve(reportsDirectory));
    if (command.hint() != null
        && summary.results().stream().anyMatch(r -> !r.findings().isEmpty())) {
      getLog().warn(command.hint());
    }
    summary.end(testFailureIgnore, getLog());
  }

  /** Null when there is none. */
  private Duration stale() throws MojoExecutionException {
    return stopWhenStale == null ? null : Values.duration("fuzz.stopWhenStale", stopWhenStale);
  }

  private ReportLedger.Part beginReports(ReproduceCommand command) {
    ReportLedger.Part part =
        store()
            .get(ReportLedger.class, "", ReportLedger::new)
            .begin(project.getArtifactId(), execution.getExecutionId(), command::forFinding);
    List<IOException> errors = new ArrayList<>();
    errors.addAll(part.in(new JUnitXmlReport(Previews::of), module().resolve(reportsDirectory)));
    errors.addAll(part.in(new JsonReport(), results()));
    errors.forEach(e -> getLog().warn(e.getMessage() + '.'));
    return part;
  }

  private SessionStore store() {
    return new SessionStore(session, execution);
  }

  private SessionSettings settings() throws MojoExecutionException {
    if (executions < 0) {
      throw new MojoExecutionException(
          "fuzz.executions: "
              + executions
              + " is negative; set a number of runs, or 0 for no limit.");
    }
    int count = Values.workers(workers, Runtime.getRuntime().availableProcessors());
    return new SessionSettings(
        new RunSettings(
            new RunSettings.Limits(
                Values.duration("fuzz.duration", duration),
                executions,
                failFast ? 1 : 0,
                false,
                Set.of(),
                stale()),
            count,
            seed == null ? ThreadLocalRandom.current().nextLong(1_000_000_000L) : seed,
            Values.mutation(maxLength, module().resolve(dictionary), traceComparisons)),
        workerSetup(new ClassPatterns(Values.list(includes), Values.list(excludes)), count));
  }

  /** A pattern that matches no class is a typing mistake that would go unnoticed. */
  private void checkPatterns() throws MojoExecutionException {
    if (Values.list(includes).isEmpty() && Values.list(excludes).isEmpty()) {
      return;
    }
    checkIncludes();
    List<Path> classPath = testClassPath(additionalClasspathElements);
    List<String> names = ClassNames.on(classPath);
    checkPatterns("fuzz.includes", includes, names);
    checkPatterns("fuzz.excludes", excludes, names);
  }

  private void checkIncludes() throws MojoExecutionException {
    for (String include : Values.list(includes)) {
      String owner = ClassFilter.uselessBecauseOf(include);
      if (owner != null) {
        throw new MojoExecutionException(
            "fuzz.includes: '%s' names classes of %s, which never guide; leave it out."
                .formatted(include, owner));
      }
    }
  }

  private static void checkPatterns(String property, List<String> patterns, List<String> names)
      throws MojoExecutionException {
    for (String pattern : Values.list(patterns)) {
      if (names.stream().noneMatch(ClassFilter.matcher(pattern))) {
        throw new MojoExecutionException(
            property
                + ": no class on the test class path matches '"
                + pattern
                + "'; in a pattern * stands for any characters but a dot, ** for any characters.");
      }
    }
  }
}
