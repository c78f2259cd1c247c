package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured of inputs, whichever tool has left them. */
class ReplayerIT {
  private static final String TARGET =
      """
      public class Digits {
        private static int runs = -1;

        public static void fuzzerTestOneInput(byte[] data) {
          runs++;
          switch (data[0]) {
            case '1' -> throw new IllegalStateException();
            case '2' -> System.exit(7);
            case '3' -> recurse(0);
            case '4' -> {
              if (runs > 0) return;
              throw new IllegalStateException();
            }
            default -> {}
          }
        }

        private static int recurse(int depth) {
          return recurse(depth + 1) + 1;
        }
      }
      """;

  @TempDir Path directory;
  private Trial trial;

  @BeforeEach
  void build() throws Exception {
    Path source = Files.writeString(directory.resolve("Digits.java"), TARGET);
    Target target = new Target("Digits", source, "", List.of(), null, null);
    BuiltTarget built = new TargetBuilder(directory.resolve("built")).build(target, List.of());
    Path folder = Files.createDirectories(directory.resolve("trial"));
    trial = new Trial(built, 1, folder, new Equipment(1, "64m", Map.of()));
  }

  @Test
  void eachInputIsRunThoughOneEndsTheJvm() throws Exception {
    List<Path> inputs = inputs("0", "1", "2", "1", "3");

    assertThat(new Replayer(trial).replay("findings", inputs, List.of()))
        .containsExactly(
            Replay.OK,
            "java.lang.IllegalStateException at Digits.fuzzerTestOneInput",
            "ended the JVM, exit code 7",
            "java.lang.IllegalStateException at Digits.fuzzerTestOneInput",
            "java.lang.StackOverflowError at Digits.recurse");
  }

  @Test
  void aCrasherThatPassesAfterOthersHasAJvmOfItsOwn() throws Exception {
    assertThat(new Replayer(trial).replayCrashers("findings", inputs("0", "4")))
        .containsExactly(Replay.OK, "java.lang.IllegalStateException at Digits.fuzzerTestOneInput");
  }

  @Test
  void branchesAreThoseOfAllInputsTogether() throws Exception {
    assertThat(CoverageMeter.branches(trial, inputs("0"))).isEqualTo(1);
    // JaCoCo does not see the branch to a call that does not return.
    assertThat(CoverageMeter.branches(trial, inputs("1", "2", "0"))).isEqualTo(2);
  }

  @Test
  void targetNotesItsFirstRunAndItsFirstFailure() throws Exception {
    Path folder = trial.folder("findings");
    new Replayer(trial).replay("findings", inputs("0", "1"), List.of());

    assertThat(Marks.read(folder, Marks.FIRST_RUN)).isPresent();
    assertThat(Marks.read(folder, Marks.FIRST_FAILURE).orElseThrow())
        .isAfter(Marks.read(folder, Marks.FIRST_RUN).orElseThrow());
    assertThat(Marks.read(directory, Marks.FIRST_RUN)).isEmpty();
  }

  private List<Path> inputs(String... contents) throws IOException {
    Path folder = Files.createTempDirectory(directory, "inputs");
    List<Path> files = new ArrayList<>();
    for (String content : contents) {
      files.add(Files.writeString(folder.resolve("input-" + files.size()), content));
    }
    return files;
  }
}
