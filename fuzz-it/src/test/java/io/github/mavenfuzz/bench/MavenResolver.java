package io.github.mavenfuzz.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Resolves dependencies by a project that is generated, in the Maven that runs the build: its
 * mirrors, proxies and local repository are the user's.
 */
final class MavenResolver {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String CLASS_PATH = "class-path.txt";

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>bench</groupId>
        <artifactId>%s</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
      %s</project>
      """;

  private final Options.MavenSetup maven;
  private final Path work;

  /**
   * @param work a folder for the project
   */
  MavenResolver(Options.MavenSetup maven, Path work) {
    this.maven = maven;
    this.work = work;
  }

  /**
   * What a list of coordinates came to.
   *
   * @param jars in the order of the class path
   * @param error what Maven says; null when all were found
   */
  record Resolution(List<Path> jars, String error) {}

  /**
   * Resolves several lists at once.
   *
   * @param dependencies coordinates by any names
   * @return by the same names
   * @throws BenchException when Maven cannot be run
   */
  Map<String, Resolution> resolve(Map<String, List<String>> dependencies)
      throws BenchException, IOException, InterruptedException {
    Map<String, Path> modules = new LinkedHashMap<>();
    for (String name : dependencies.keySet()) {
      if (!dependencies.get(name).isEmpty()) {
        Path module = Files.createDirectories(work.resolve("p" + modules.size()));
        String list =
            dependencies.get(name).stream()
                .map(MavenResolver::dependency)
                .collect(Collectors.joining("", "  <dependencies>\n", "  </dependencies>\n"));
        Files.writeString(
            module.resolve("pom.xml"), POM.formatted(module.getFileName().toString(), list));
        modules.put(name, module);
      }
    }
    Execution execution = modules.isEmpty() ? null : runMaven(List.copyOf(modules.values()));
    Map<String, Resolution> resolutions = new LinkedHashMap<>();
    for (String name : dependencies.keySet()) {
      resolutions.put(name, read(modules.get(name), execution));
    }
    return resolutions;
  }

  private static String dependency(String coordinates) {
    String[] parts = coordinates.split(":");
    String classifier = parts.length < 4 ? "" : "<classifier>%s</classifier>".formatted(parts[3]);
    return "    <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>%n"
        .formatted(parts[0], parts[1], parts[2], classifier);
  }

  private Execution runMaven(List<Path> modules)
      throws BenchException, IOException, InterruptedException {
    String list =
        modules.stream()
            .map(m -> "    <module>%s</module>%n".formatted(m.getFileName()))
            .collect(Collectors.joining("", "  <modules>\n", "  </modules>\n"));
    Files.writeString(work.resolve("pom.xml"), POM.formatted("targets", list));
    Launch launch = new Launch(command(), work, Launch.Leaves.NOTHING, false);
    Execution execution = Launcher.run(launch, work.resolve("log.txt"), work, PATIENCE);
    if (execution.exitCode() == null) {
      throw new BenchException(
          "Maven did not come to an end when it resolved dependencies; it said:%n%s"
              .formatted(execution.lastWords()));
    }
    return execution;
  }

  private List<String> command() throws BenchException {
    if (maven.home() == null) {
      throw new BenchException("--mavenHome is missing, without which nothing can be resolved.");
    }
    boolean windows = File.separatorChar == '\\';
    List<String> command =
        new ArrayList<>(
            List.of(
                maven.home().resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString(),
                "-B",
                "-ntp",
                "--fail-at-end",
                "org.apache.maven.plugins:maven-dependency-plugin:%s:build-classpath"
                    .formatted(maven.dependencyPlugin()),
                "-Dmdep.outputFile=" + CLASS_PATH));
    if (maven.localRepository() != null) {
      command.add("-Dmaven.repo.local=" + maven.localRepository());
    }
    if (maven.settings() != null && Files.exists(maven.settings())) {
      command.addAll(List.of("-s", maven.settings().toString()));
    }
    if (maven.offline()) {
      command.add("-o");
    }
    return command;
  }

  /**
   * @param module null when there was nothing to resolve
   */
  private static Resolution read(Path module, Execution execution) throws IOException {
    if (module == null) {
      return new Resolution(List.of(), null);
    }
    Path file = module.resolve(CLASS_PATH);
    if (!Files.exists(file)) {
      return new Resolution(List.of(), whatMavenSays(module.getFileName().toString(), execution));
    }
    String classPath = Files.readString(file).strip();
    return new Resolution(
        Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList(), null);
  }

  private static String whatMavenSays(String module, Execution execution) {
    String errors =
        execution.lines().stream()
            .map(Execution.Line::text)
            .filter(l -> l.startsWith("[ERROR]") && l.contains(" project " + module + ":"))
            .collect(Collectors.joining("\n"));
    return errors.isEmpty() ? execution.lastWords() : errors;
  }
}
