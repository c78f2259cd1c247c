package io.github.mavenfuzz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.CommandTargets;
import io.github.mavenfuzz.session.TestEngine;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process and its exit codes. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MainTest {
  @TempDir Path directory;

  @Test
  void endsWithTheExitCodeOfTheCommandLine() throws Exception {
    Process process = start("--target_method=fails", "-seed=1");

    assertThat(process.waitFor()).as(output()).isEqualTo(77);
    assertThat(output()).contains("== Java Exception: java.lang.IllegalStateException: found");
  }

  @Test
  void aFaultOfOursIsAnErrorAndNotASignal() throws Exception {
    Process process = start("--cp=broken");

    assertThat(process.waitFor()).as(output()).isEqualTo(1);
    assertThat(output())
        .contains("ERROR: The fuzzer itself has failed, please report this: java.lang.NullPointer")
        .contains("\tat io.github.mavenfuzz.cli.")
        .doesNotContain("== Java Exception");
  }

  @Test
  void aSignalEndsTheRunAndItsWorkersAndTheCorpusIsKept() throws Exception {
    Path corpus = Files.createDirectory(directory.resolve("corpus"));
    Process process = start("--target_method=passes", "-print_final_stats=1", "corpus");
    while (corpus.toFile().list().length == 0 && process.isAlive()) {
      Thread.onSpinWait();
    }
    List<ProcessHandle> workers = process.children().toList();

    process.destroy();

    assertThat(process.waitFor()).as(output()).isEqualTo(72);
    assertThat(workers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(corpus).isNotEmptyDirectory();
    assertThat(output())
        .containsPattern("stat::number_of_executed_units: [1-9]")
        .containsPattern("==\\d+== libFuzzer: run interrupted; exiting\n");
    assertThat(directory.toFile().list((d, name) -> name.startsWith("suspect-"))).isEmpty();
  }

  /** The path of a Unix-domain socket in it would be too long. */
  @Test
  void aTemporaryDirectoryWithALongPathIsNoProblem() throws Exception {
    Path deep = directory.resolve("x".repeat(Math.max(1, 149 - directory.toString().length())));
    Files.createDirectory(deep);

    Process process =
        startIn(deep, "--target_method=fails", "-seed=1", "-artifact_prefix=" + directory + "/");

    assertThat(process.waitFor()).as(output()).isEqualTo(77);
    assertThat(deep).isEmptyDirectory();
  }

  private Process start(String... arguments) throws Exception {
    return startIn(Path.of(System.getProperty("java.io.tmpdir")), arguments);
  }

  private Process startIn(Path temporary, String... arguments) throws Exception {
    List<Path> classPath = new ArrayList<>(TestEngine.in(directory).classPath());
    classPath.add(TestEngine.locationOf(MainTest.class));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(MainProcess.class.getName());
    command.add(directory.toString());
    command.add("--cp=" + TestEngine.locationOf(CommandTargets.class));
    command.add("--target_class=" + CommandTargets.class.getName());
    command.add("--instrumentation_excludes=com.fasterxml.jackson.**:org.objectweb.asm.**");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("output").toFile())
        .start();
  }

  private String output() throws Exception {
    return Files.readString(directory.resolve("output"));
  }
}
