package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.classname.ClassPatterns;
import io.github.mavenfuzz.corpus.InputDirectories;
import io.github.mavenfuzz.corpus.JazzerDirectories;
import io.github.mavenfuzz.corpus.ResourceFolder;
import io.github.mavenfuzz.process.DefaultHeap;
import io.github.mavenfuzz.process.Engine;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.JvmSettings;
import io.github.mavenfuzz.process.JvmSetup;
import io.github.mavenfuzz.process.ModulePath;
import io.github.mavenfuzz.session.WorkerSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** The parameters of goals that start worker JVMs; names and meanings follow Surefire's. */
abstract class AbstractWorkerMojo extends AbstractFuzzMojo {

  @Inject ToolchainManager toolchains;

  @Inject RepositorySystem repositories;

  /**
   * The deadline of one call of a target, such as {@code 10s}; one that takes longer is reported as
   * a hang.
   */
  @Parameter(property = "fuzz.timeout", defaultValue = "10s")
  String timeout;

  /**
   * The folder of all seeds, to which the inputs of findings are written as well, one folder per
   * class and method. When it is not set, seeds lie among the test resources of the POM, where
   * JUnit finds them at {@code fuzz/}, and the inputs of findings go to such a folder that is not
   * filtered, {@code src/test/resources/fuzz} by default. A relative path starts from the module's
   * folder, here and in other parameters.
   */
  @Parameter(property = "fuzz.seedDirectory")
  String seedDirectory;

  /**
   * Where the inputs that reached new coverage are kept from one build to the next, one folder per
   * class and method; a CI server should cache it.
   */
  @Parameter(property = "fuzz.corpusDirectory", defaultValue = ".fuzz/corpus")
  String corpusDirectory;

  /**
   * The folder of {@code results.json}, of the inputs of flaky findings, of inputs that ran when a
   * worker JVM was killed from outside, and of crash logs of worker JVMs.
   */
  @Parameter(property = "fuzz.resultsDirectory", defaultValue = "${project.build.directory}/fuzz")
  String resultsDirectory;

  /** Leaves the frames of the JDK and of test frameworks out of stack traces in the build log. */
  @Parameter(property = "fuzz.trimStackTrace", defaultValue = "false")
  boolean trimStackTrace;

  /**
   * Further arguments of the worker JVMs, such as {@code -Xmx2g}; they win over those that the
   * plugin passes itself, {@code -XX:MaxMetaspaceSize=512m -Xss1m -ea} and an {@code -Xmx} of one
   * gigabyte, or of what the machine has for each worker, among them. <code>
   * &#64;{name}</code> stands for a property's value at the time when this goal runs.
   */
  @Parameter(property = "fuzz.argLine")
  String argLine;

  /**
   * The java executable of the worker JVMs, of version 17 or later. When it is not set: the one of
   * the build's toolchain, else the one that runs Maven.
   */
  @Parameter(property = "fuzz.jvm")
  String jvm;

  /** The working directory of the worker JVMs; the module's folder when it is not set. */
  @Parameter(property = "fuzz.workingDirectory")
  String workingDirectory;

  /** Environment variables for the worker JVMs, added to those of the build. */
  @Parameter Map<String, String> environmentVariables;

  /** System properties for the worker JVMs, besides {@code basedir}, the module's folder. */
  @Parameter Map<String, String> systemPropertyVariables;

  /**
   * Folders and jars to add to the end of the class path of the worker JVMs; relative paths start
   * from the module's folder.
   */
  @Parameter(property = "fuzz.additionalClasspathElements")
  List<String> additionalClasspathElements;

  /**
   * Puts the modules of a project with a {@code module-info.java} on the module path of the worker
   * JVMs, as Surefire does; else everything is on the class path, and services that only {@code
   * module-info.java} provides are missing. True, unless {@code surefire.useModulePath} is false.
   */
  @Parameter(property = "fuzz.useModulePath", defaultValue = "${surefire.useModulePath}")
  Boolean useModulePath;

  /**
   * @param guiding which classes are instrumented
   * @param workers that run at the same time
   */
  final WorkerSetup workerSetup(ClassPatterns guiding, int workers) throws MojoExecutionException {
    return new WorkerSetup(
        new JvmSetup(engine(), jvmSettings(), DefaultHeap.megabytes(workers), results()),
        runTimeout(),
        guiding,
        List.of());
  }

  private Duration runTimeout() throws MojoExecutionException {
    return Values.duration("fuzz.timeout", timeout);
  }

  private Engine engine() throws MojoExecutionException {
    try {
      return Engine.ofThisJar();
    } catch (FuzzException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  final InputDirectories directories() {
    List<ResourceFolder> resources =
        TestResources.of(project, module()).stream()
            .filter(TestResources.Source::ofTests)
            .map(TestResources.Source::folder)
            .toList();
    return new InputDirectories(
        seedPlaces().folders(),
        module().resolve(corpusDirectory),
        results(),
        new JazzerDirectories(resources, module().resolve(".cifuzz-corpus")));
  }

  final SeedPlaces seedPlaces() {
    return new SeedPlaces(
        module().basedir(),
        module().resolve(project.getBuild().getDirectory()),
        module().resolve(seedDirectory),
        TestResources.of(project, module()));
  }

  final Path results() {
    return module().resolve(resultsDirectory);
  }

  private JvmSettings jvmSettings() throws MojoExecutionException {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("basedir", module().basedir().toString());
    addAll(properties, systemPropertyVariables);
    Map<String, String> environment = new LinkedHashMap<>();
    addAll(environment, environmentVariables);
    Path java = JavaExecutable.find(jvm == null ? null : jvm.strip(), toolchains, session);
    TestModules.Split code = split(testClassPath(additionalClasspathElements), java);
    List<Path> classPath = new ArrayList<>(code.classPath());
    classPath.addAll(new JupiterEngine(repositories).missing(project, session, getLog()));
    return new JvmSettings(
        java,
        new ArgLine(project.getProperties(), session.getUserProperties()).split(argLine),
        classPath,
        code.modulePath(),
        properties,
        environment,
        Objects.requireNonNullElse(module().resolve(workingDirectory), module().basedir()));
  }

  private TestModules.Split split(List<Path> testClassPath, Path java) {
    Path ownJava = JavaExecutable.ofThisJvm(session);
    TestModules modules =
        new TestModules(
            Path.of(project.getBuild().getOutputDirectory()),
            testClassesDirectory.toPath(),
            java.equals(ownJava) ? null : JavaExecutable.home(java));
    return Boolean.FALSE.equals(useModulePath) || !modules.areThere()
        ? new TestModules.Split(testClassPath, ModulePath.NONE)
        : modules.split(testClassPath, getLog());
  }

  private static void addAll(Map<String, String> to, Map<String, String> from) {
    if (from != null) {
      // Maven reads an empty element as null.
      from.forEach((key, value) -> to.put(key, Objects.requireNonNullElse(value, "")));
    }
  }
}
