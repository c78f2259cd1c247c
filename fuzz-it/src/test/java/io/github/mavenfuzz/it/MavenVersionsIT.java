package io.github.mavenfuzz.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds a project by each version of Maven that the plugin has to work with. */
class MavenVersionsIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  static List<Path> versions() throws IOException {
    try (Stream<Path> homes = Files.list(TARGET.resolve("maven"))) {
      return homes.filter(home -> Files.isDirectory(home.resolve("bin"))).sorted().toList();
    }
  }

  @Test
  void areTheOldestTheUsualAndTheNext() throws Exception {
    assertThat(versions())
        .extracting(home -> home.getFileName().toString())
        .anyMatch(name -> name.startsWith("apache-maven-3.6."))
        .anyMatch(name -> name.startsWith("apache-maven-3.9."))
        .anyMatch(name -> name.startsWith("apache-maven-4."));
  }

  @ParameterizedTest
  @MethodSource("versions")
  @Execution(ExecutionMode.CONCURRENT)
  void findListAndReproduce(Path maven) throws Exception {
    Path project = TARGET.resolve("it/finding");
    Assumptions.assumeTrue(
        Files.exists(project.resolve("build.log")), "the invoker has not built " + project);
    FreshClone clone =
        new FreshClone(project, Path.of(System.getProperty("fuzz.localRepository")), maven);

    Build build =
        clone.paste(
            "rm src/test/resources/fuzz/*/*/crash-*;"
                + " mvn verify -Dfuzz.failFast -Dfuzz.duration=120s");
    build.fails("every test run replays it from now on.");
    clone.reproduces(build);
    clone.paste("mvn fuzz:list").succeeds("[INFO] com.example.HeaderFuzzTest#value(String)");
  }
}
