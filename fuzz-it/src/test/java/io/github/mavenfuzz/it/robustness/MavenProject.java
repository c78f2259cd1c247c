package io.github.mavenfuzz.it.robustness;

import com.example.hostile.Trigger;
import io.github.mavenfuzz.it.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A project with one target, which is compiled already, so that a build of it does nothing but
 * fuzz.
 *
 * @param sandbox whose processes the builds are
 * @param directory the project's
 * @param target the class
 */
record MavenProject(Sandbox sandbox, Path directory, Class<?> target) {
  private static final String PLUGIN = "io.github.mavenfuzz:fuzz-maven-plugin:0.1.0";
  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.example</groupId>
        <artifactId>ordinary</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
      </project>
      """;

  /** Skips the row where the repository is not filled, as without the invoker's builds before. */
  static MavenProject create(Sandbox sandbox, String name, Class<?> target) throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(localRepository().resolve("io/github/mavenfuzz/fuzz-maven-plugin")),
        "the plugin is not in " + localRepository());
    Path directory = Files.createDirectory(sandbox.root().resolve(name));
    Path classes =
        Files.createDirectories(directory.resolve("target/test-classes/com/example/hostile"));
    Files.writeString(directory.resolve("pom.xml"), POM);
    for (String prefix : List.of("Ordinary.", "Harmless.", "Trigger.", "Recording.")) {
      for (Path file : Sandbox.files(Built.testClasses().resolve("com/example/hostile"), prefix)) {
        Files.copy(file, classes.resolve(file.getFileName()));
      }
    }
    return new MavenProject(sandbox, directory, target);
  }

  private static Path localRepository() {
    return Path.of(System.getProperty("fuzz.localRepository"));
  }

  Path corpus() {
    return directory
        .resolve(".fuzz/corpus")
        .resolve(target.getName())
        .resolve("fuzzerTestOneInput");
  }

  /** Seeds and crashers. */
  Path seeds() {
    return directory
        .resolve("src/test/resources/fuzz")
        .resolve(target.getName())
        .resolve("fuzzerTestOneInput");
  }

  /** Starts a build that fuzzes; it ends by its number of runs, or it is killed. */
  Running fuzz(String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    words.addAll(List.of("-B", "-o", "-f", directory.toString(), PLUGIN + ":fuzz"));
    words.add("-Dmaven.repo.local=" + localRepository());
    // What was downloaded for another project is good enough.
    words.add("-Daether.enhancedLocalRepository.trackingFilename=none");
    words.addAll(
        List.of(
            "-Dfuzz.seed=1",
            "-Dfuzz.workers=1",
            "-Dfuzz.duration=1h",
            "-Dfuzz.test=" + target.getSimpleName()));
    words.add("-Dfuzz.argLine=-Xmx200m -XX:TieredStopAtLevel=1");
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder
        .environment()
        .put(
            "MAVEN_OPTS",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=" + sandbox.temp());
    builder.environment().put(Trigger.TALLY, sandbox.tally().toString());
    return Running.start(sandbox, builder);
  }

  /** Crashers that are there. */
  List<Path> crashers() throws IOException {
    return Files.isDirectory(seeds()) ? Sandbox.files(seeds(), "crash-") : List.of();
  }

  /** Files of the corpus; none when there is no directory. */
  static List<Path> entries(Path corpus) throws IOException {
    if (!Files.isDirectory(corpus)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(corpus)) {
      return files.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }
}
