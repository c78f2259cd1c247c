package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark as a whole, on targets that need no dependencies. */
class BenchIT {
  @TempDir Path directory;

  @Test
  void comparesThisProjectWithTheBareCall() throws Exception {
    Path targets = Files.createDirectories(directory.resolve("targets/seeds")).getParent();
    Files.writeString(targets.resolve("seeds/seed"), "seed");
    Files.writeString(
        targets.resolve("Small.java"),
        """
        // deps:
        // seeds: seeds
        public class Small {
          public static void fuzzerTestOneInput(byte[] data) {
            if (data.length > 0 && data[0] > 'x') {
              data[0] = 0;
            }
          }
        }
        """);
    Files.writeString(targets.resolve("Wrong.java"), "// deps:\npublic class Wrong {");
    Options options =
        Options.parse(
            "--targets=" + targets,
            "--tools=bare,fuzz",
            "--seconds=1",
            "--rounds=1",
            "--heap=64m",
            "--work=" + directory.resolve("work"));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    new Bench(options, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();

    String output = printed.toString(StandardCharsets.UTF_8);
    assertThat(output)
        .contains("Small: 1 s each", "tool ", "\nfuzz ", "\nbare ")
        .containsPattern("Wrong is left out: .*Wrong.java does not compile");
    List<Measurement> measurements =
        Results.read(directory.resolve("work/results.json")).measurements();
    assertThat(measurements)
        .as(output)
        .extracting(Measurement::tool)
        .containsExactly("fuzz", "bare");
    Measurement fuzz = measurements.get(0);
    assertThat(fuzz.error()).isNull();
    assertThat(fuzz.speed().runsPerSecond()).isPositive();
    assertThat(fuzz.speed().startUpSeconds()).isPositive();
    assertThat(fuzz.reach().branches()).isGreaterThanOrEqualTo(2);
    assertThat(measurements.get(1).error()).isNull();
    assertThat(measurements.get(1).speed().runsPerSecond()).isPositive();
  }
}
