package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tools there are, and what is read from their output. */
class ToolsIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path directory;

  /** A tool, what it prints, a line a second, and the runs and the second that are read. */
  static List<Arguments> outputs() {
    return List.of(
        Arguments.of(
            new FuzzTool("fuzz", 1),
            List.of(
                "#5\tINITED cov: 2 ft: 2 corp: 1/0b lim: 4096 exec/s: 44 rss: 81Mb",
                "Done 1234 runs in 5 second(s)",
                "stat::number_of_executed_units: 1234"),
            1234,
            1),
        Arguments.of(
            new JazzerTool(),
            List.of(
                "#2\tINITED cov: 44 ft: 44 corp: 1/1b exec/s: 0 rss: 515Mb",
                "###### End of recommended dictionary. ######",
                "Done 16778 runs in 6 second(s)",
                "stat::number_of_executed_units: 16778"),
            16778,
            2),
        Arguments.of(
            new JazzerTool(),
            List.of(
                "==12641== ERROR: libFuzzer: timeout after 10 seconds",
                "stat::number_of_executed_units: 9389"),
            9389,
            1),
        Arguments.of(new BareTool(), List.of("what the target prints", "Done 77 runs"), 77, 1),
        Arguments.of(
            new GoTool(),
            List.of(
                "fuzz: elapsed: 0s, gathering baseline coverage: 1/1 completed, now fuzzing with 1"
                    + " workers",
                "fuzz: elapsed: 3s, execs: 57539 (19177/sec), new interesting: 87 (total: 88)",
                "fuzz: elapsed: 5s, execs: 105226 (23755/sec), new interesting: 109 (total: 110)",
                "PASS"),
            105226,
            2));
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void lastWordsTellTheRuns(Tool tool, List<String> output, long runs, int second)
      throws Exception {
    assertThat(tool.runs(execution(output))).isEqualTo(new Runs(runs, START.plusSeconds(second)));
  }

  @Test
  void jqfWritesItsRunsToAFile() throws Exception {
    Path statistics = Files.createDirectories(directory.resolve("results")).resolve("plot_data");
    Files.writeString(
        statistics,
        """
        # unix_time, cycles_done, cur_path, ..., execs_per_sec, valid_inputs, invalid_inputs, ...
        1795414854, 0, 19, 120, 0, 0, 0.79%, 0, 0, 0, 450.00, 2000, 3, 0.79%, 519, 519
        1795414855, 0, 20, 128, 0, 0, 0.79%, 0, 0, 0, 472.97, 2851, 4, 0.79%, 519, 519
        """);

    assertThat(new JqfTool().runs(execution(List.of(".", "Time: 8.549", "OK (1 test)"))))
        .isEqualTo(new Runs(2855, START.plusSeconds(1)));
  }

  @Test
  void toolThatSaysNothingHasFailed() {
    Execution silent = execution(List.of("Error: Could not find or load main class"));

    assertThat(Tools.ALL)
        .allSatisfy(
            tool ->
                assertThatThrownBy(() -> tool.runs(silent))
                    .isInstanceOf(BenchException.class)
                    .hasMessageContaining("did not say how many runs"));
  }

  @Test
  void bareCallRunsAfterThisProjectWhoseCorpusItTakes() throws BenchException {
    assertThat(Tools.select(List.of("bare", "fuzz")))
        .extracting(Tool::name)
        .containsExactly("fuzz", "bare");
  }

  @Test
  void unknownToolIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> Tools.select(List.of("afl")))
        .isInstanceOf(BenchException.class)
        .hasMessage(
            "-Dbench.tools names 'afl', but the tools are: fuzz, bare, fuzz2, jazzer, jqf, go.");
  }

  @Test
  void goReadsSeedsInAFormOfItsOwn() {
    assertThat(GoTool.corpusFile(new byte[] {'a', 0, -1, '"'}))
        .isEqualTo("go test fuzz v1\n[]byte(\"\\x61\\x00\\xff\\x22\")\n");
  }

  private Execution execution(List<String> output) {
    List<Execution.Line> lines = new ArrayList<>();
    for (String line : output) {
      lines.add(new Execution.Line(START.plusSeconds(lines.size()), line));
    }
    return new Execution(lines, START, START.plusSeconds(99), 0, Usage.UNKNOWN, directory);
  }
}
