package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file with all figures. */
class ResultsIT {
  @TempDir Path directory;

  @Test
  void fileHasEverythingThatWasMeasuredSoFar() throws Exception {
    Path file = directory.resolve("results.json");
    Results.Header header =
        new Results.Header(Machine.current(), Map.of("jazzer", "0.30.0"), 20, 3, "512m");
    Results results = new Results(file, header);

    results.add(Measurements.of("fuzz", 1, 5));
    results.add(Measurements.failed("jqf", 1, "it broke"));

    assertThat(Results.read(file))
        .isEqualTo(
            new Results.Content(
                1,
                header,
                List.of(Measurements.of("fuzz", 1, 5), Measurements.failed("jqf", 1, "it broke"))));
  }

  @Test
  void machineIsDescribed() {
    Machine machine = Machine.current();

    assertThat(machine.cores()).isPositive();
    assertThat(machine.memoryBytes()).isPositive();
    assertThat(machine.java()).contains(Runtime.version().toString());
  }
}
