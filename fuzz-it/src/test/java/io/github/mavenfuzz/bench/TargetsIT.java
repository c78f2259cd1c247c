package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from the folder of targets, and what of it is selected. */
class TargetsIT {
  @TempDir Path directory;

  @BeforeEach
  void twoTargets() throws IOException {
    Files.createDirectories(directory.resolve("seeds/json"));
    Files.writeString(directory.resolve("json_test.go"), "package bench");
    Files.writeString(
        directory.resolve("Json.java"),
        """
        // deps: org.example:json:1.0 org.example:more:2:all
        // seeds: seeds/json
        package org.example.bench;
        public class Json {}
        """);
    Files.writeString(directory.resolve("Bare.java"), "// deps:\npublic class Bare {}\n");
    Files.writeString(directory.resolve("notes.txt"), "no target");
  }

  @Test
  void headerNamesDependenciesAndSeeds() throws Exception {
    Target json = Targets.read(directory, List.of("Json")).get(0);

    assertThat(json)
        .isEqualTo(
            new Target(
                "Json",
                directory.resolve("Json.java"),
                "org.example.bench",
                List.of("org.example:json:1.0", "org.example:more:2:all"),
                directory.resolve("seeds/json"),
                directory.resolve("json_test.go")));
    assertThat(json.className()).isEqualTo("org.example.bench.Json");
  }

  @Test
  void targetNeedsNeitherDependenciesNorSeedsNorPackage() throws Exception {
    Target bare = Targets.read(directory, List.of("Bare")).get(0);

    assertThat(bare)
        .isEqualTo(new Target("Bare", directory.resolve("Bare.java"), "", List.of(), null, null));
    assertThat(bare.className()).isEqualTo("Bare");
  }

  @Test
  void allTargetsAreReadUnlessSomeAreNamed() throws Exception {
    assertThat(Targets.read(directory, List.of()))
        .extracting(Target::name)
        .containsExactly("Bare", "Json");
    assertThat(Targets.read(directory, List.of("json")))
        .extracting(Target::name)
        .containsExactly("Json");
  }

  @Test
  void unknownNameIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> Targets.read(directory, List.of("json", "yaml")))
        .isInstanceOf(BenchException.class)
        .hasMessage("-Dbench.only names 'yaml', but the targets are: Bare, Json.");
  }

  @Test
  void sourceWithoutDependenciesLineIsRefused() throws IOException {
    Files.writeString(directory.resolve("Forgotten.java"), "public class Forgotten {}");

    assertThatThrownBy(() -> Targets.read(directory, List.of()))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("Forgotten.java has no line '// deps: ");
  }

  @Test
  void dependencyWithoutVersionIsRefused() throws IOException {
    Files.writeString(directory.resolve("Half.java"), "// deps: org.example:json\nclass Half {}");

    assertThatThrownBy(() -> Targets.read(directory, List.of()))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("'org.example:json', which is not groupId:artifactId:version");
  }

  @Test
  void seedsThatAreNotThereAreRefused() throws IOException {
    Files.writeString(directory.resolve("Lost.java"), "// deps:\n// seeds: gone\nclass Lost {}");

    assertThatThrownBy(() -> Targets.read(directory, List.of()))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("there is no folder " + directory.resolve("gone"));
  }

  @Test
  void folderWithoutTargetsIsRefused() {
    assertThatThrownBy(() -> Targets.read(directory.resolve("seeds"), List.of()))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("There is no Java source file");
    assertThatThrownBy(() -> Targets.read(directory.resolve("none"), List.of()))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("is no folder");
  }

  @Test
  void builtInTargetsAreReadable() throws Exception {
    assertThat(Targets.read(Path.of("src/bench/targets"), List.of()))
        .extracting(Target::name)
        .contains("Gson", "Tiny");
  }
}
