package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.coordinate.Engine;
import io.github.mavenfuzz.coordinate.FuzzException;
import io.github.mavenfuzz.coordinate.JvmSettings;
import io.github.mavenfuzz.coordinate.RunSettings.InputDirectories;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** The parameters of goals that start worker JVMs; names and meanings follow Surefire's. */
abstract class AbstractWorkerMojo extends AbstractFuzzMojo {

  @Inject ToolchainManager toolchains;

  /** The deadline of one run of a target, such as {@code 10s}; a run that takes longer hangs. */
  @Parameter(property = "fuzz.timeout", defaultValue = "10s")
  String timeout;

  /** Where a run keeps its corpus from one build to the next; CI servers may cache this folder. */
  @Parameter(property = "fuzz.corpusDirectory", defaultValue = "${project.basedir}/.fuzz/corpus")
  File corpusDirectory;

  /** The folder of {@code results.json}, of suspects and of crash logs of worker JVMs. */
  @Parameter(property = "fuzz.resultsDirectory", defaultValue = "${project.build.directory}/fuzz")
  File resultsDirectory;

  /**
   * Whether stack traces in the build log are cut to the frames of the project and its libraries.
   */
  @Parameter(property = "fuzz.trimStackTrace", defaultValue = "false")
  boolean trimStackTrace;

  /**
   * Further arguments of the worker JVMs, such as {@code -Xmx2g}. {@code @{name}} stands for a
   * property's value at the time when this goal runs.
   */
  @Parameter(property = "fuzz.argLine")
  String argLine;

  /**
   * The java executable of the worker JVMs. When it is not set: the one of the build's toolchain,
   * else the one that runs Maven.
   */
  @Parameter(property = "fuzz.jvm")
  String jvm;

  /** The working directory of the worker JVMs. */
  @Parameter(property = "fuzz.workingDirectory", defaultValue = "${project.basedir}")
  File workingDirectory;

  /** Environment variables for the worker JVMs, added to those of the build. */
  @Parameter Map<String, String> environmentVariables;

  /** System properties for the worker JVMs. */
  @Parameter Map<String, String> systemPropertyVariables;

  /** Folders and jars to add to the class path of the worker JVMs. */
  @Parameter(property = "fuzz.additionalClasspathElements")
  List<String> additionalClasspathElements;

  final Duration runTimeout() throws MojoExecutionException {
    return Values.duration("fuzz.timeout", timeout);
  }

  final Engine engine() throws MojoExecutionException {
    try {
      return Engine.ofThisJar();
    } catch (FuzzException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  final InputDirectories directories() {
    return new InputDirectories(
        seedDirectory.toPath(), corpusDirectory.toPath(), resultsDirectory.toPath());
  }

  final JvmSettings jvmSettings() throws MojoExecutionException {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("basedir", basedir().toString());
    addAll(properties, systemPropertyVariables);
    Map<String, String> environment = new LinkedHashMap<>();
    addAll(environment, environmentVariables);
    return new JvmSettings(
        JavaExecutable.find(jvm, toolchains, session),
        new ArgLine(project.getProperties(), session.getUserProperties()).split(argLine),
        classPath(),
        properties,
        environment,
        workingDirectory.toPath());
  }

  private static void addAll(Map<String, String> to, Map<String, String> from) {
    if (from != null) {
      // Maven reads an empty element as null.
      from.forEach((key, value) -> to.put(key, Objects.requireNonNullElse(value, "")));
    }
  }

  /** The test class path; the engine's own jar takes the place of the one that the project has. */
  final List<Path> classPath() throws MojoExecutionException {
    try {
      return new TestClassPath(project).elements(additionalClasspathElements);
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("The test class path could not be resolved.", e);
    }
  }
}
