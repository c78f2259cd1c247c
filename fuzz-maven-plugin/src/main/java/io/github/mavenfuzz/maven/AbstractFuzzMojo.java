package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.target.ScanWarning;
import io.github.mavenfuzz.target.TargetFinder;
import io.github.mavenfuzz.target.TargetScan;
import io.github.mavenfuzz.target.TargetSelector;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have in common: the project, and which of its targets are meant. */
abstract class AbstractFuzzMojo extends AbstractMojo {
  /**
   * Warnings about class files that are logged; a project may have any number of broken ones among
   * its test data.
   */
  private static final int MOST_WARNINGS = 20;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  /**
   * The targets that are meant: class names or patterns with or without a method, separated by
   * commas, such as {@code ParserFuzzTest}, {@code ParserFuzzTest#parses} or {@code
   * com.example.**}. All targets of the project when it is not set.
   */
  @Parameter(property = "fuzz.test")
  String test;

  /** Skips this goal. */
  @Parameter(property = "fuzz.skip", defaultValue = "false")
  boolean skip;

  /** Skips this goal together with the unit tests. */
  @Parameter(property = "skipTests", defaultValue = "false")
  boolean skipTests;

  /** Skips this goal together with the compilation of the tests. */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  boolean mavenTestSkip;

  /** The folder of the compiled test classes. */
  @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true)
  File testClassesDirectory;

  @Override
  public VisibleLog getLog() {
    return new VisibleLog(super.getLog());
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || skipTests || mavenTestSkip) {
      getLog().info("Fuzzing is skipped.");
      if (isSelective()) {
        // It may be the last of several modules, and so the one to know what no module has.
        checkSelection(true, scan());
      }
      return;
    }
    try {
      EndOfJvm.interrupts(this::run);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException(execution.getGoal() + " was interrupted.", e);
    }
  }

  /** Does the work of the goal, which is not skipped. */
  abstract void run() throws MojoExecutionException, MojoFailureException, InterruptedException;

  /**
   * Finds the targets of this module that are meant, those that cannot be run included.
   *
   * @throws MojoExecutionException when no module has a target that was asked for
   */
  final TargetScan selectTargets() throws MojoExecutionException {
    TargetScan all = scan();
    TargetScan selected = all.select(new TargetSelector(test));
    warn(selected.warnings());
    if (isSelective()) {
      checkSelection(false, all);
    }
    return selected;
  }

  private void warn(List<ScanWarning> warnings) {
    warnings.stream()
        .limit(MOST_WARNINGS)
        .forEach(warning -> getLog().warn(warning.sentence() + '.'));
    if (warnings.size() > MOST_WARNINGS) {
      getLog()
          .warn("There are " + (warnings.size() - MOST_WARNINGS) + " more warnings like these.");
    }
  }

  private TargetScan scan() throws MojoExecutionException {
    return TargetFinder.scan(List.of(testClassesDirectory.toPath()), testClassPath(null));
  }

  /**
   * The test class path; the engine's own jar takes the place of the one that the project has.
   *
   * @param additional further elements, or null
   */
  final List<Path> testClassPath(List<String> additional) throws MojoExecutionException {
    try {
      return new TestClassPath(project).elements(additional);
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("The test class path could not be resolved.", e);
    }
  }

  private boolean isSelective() {
    return test != null && !test.isBlank();
  }

  private void checkSelection(boolean skipped, TargetScan scan) throws MojoExecutionException {
    List<String> unmatched =
        new Reactor(session, execution).unmatched(project, skipped, new TargetSelector(test), scan);
    if (!unmatched.isEmpty()) {
      throw new MojoExecutionException(String.join("\n", unmatched));
    }
  }

  /** The module's folder, and where parameters that are paths start from. */
  final ModuleFolder module() {
    return ModuleFolder.of(project);
  }
}
