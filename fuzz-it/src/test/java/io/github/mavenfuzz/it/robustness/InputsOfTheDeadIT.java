package io.github.mavenfuzz.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.Harmless;
import com.example.hostile.Recording;
import com.example.hostile.Typed;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The input that ran when a worker JVM was killed, in the middle of a chain of mutations or of a
 * minimisation, is rebuilt byte for byte: the target had written it down itself.
 */
@ExtendWith(ResultTable.Provider.class)
@Execution(ExecutionMode.CONCURRENT)
class InputsOfTheDeadIT {
  private static final int MOST_KILLS = 60;

  @ParameterizedTest
  @ValueSource(classes = {Harmless.class, Typed.class})
  void areRebuilt(Class<?> target, ResultTable table) throws Exception {
    String row = "suspects-of-" + target.getSimpleName();
    int kills = 2 * Chaos.TIMES;
    table.run(
        row,
        "suspects are what the target got last",
        () -> {
          Random random = Chaos.random(row);
          try (Sandbox sandbox = Sandbox.create()) {
            Path recording = sandbox.root().resolve("recording");
            Files.write(recording, new byte[Recording.BYTES]);
            CommandLine command =
                CommandLine.of(sandbox, target).withEnvironment(Recording.FILE, recording);
            // A JVM that traces would write to the same recording.
            Running running = command.with("corpus", "-use_cmp=0").start();
            Set<String> last = new HashSet<>();
            // A busy machine may be starting a JVM whenever it is killed, which leaves nothing.
            for (int i = 0; i < kills || i < MOST_KILLS && suspects(sandbox).isEmpty(); i++) {
              KilledIT.killBusyWorker(running, random.nextInt(500));
              last.add(read(recording));
            }
            running.process().destroy();
            Observation run = running.await();
            assertThat(run.findings()).as(run.output()).isEmpty();

            List<Path> suspects = suspects(sandbox);
            Set<String> rebuilt = new HashSet<>();
            for (Path suspect : suspects) {
              command.with(suspect.toString()).start().await();
              rebuilt.add(read(recording));
            }
            rebuilt.removeAll(last);
            // A kill between the header and the call leaves an input that no target has seen.
            assertThat(rebuilt)
                .as("suspects that the target did not get")
                .hasSizeLessThanOrEqualTo(
                    (int) Math.max(0, run.runs() - sandbox.runs() + suspects.size()));
            assertThat(suspects).as("what %d kills left", kills).isNotEmpty();
            return "%d kills, %d suspects, %d of them not seen"
                .formatted(kills, suspects.size(), rebuilt.size());
          }
        });
  }

  private static List<Path> suspects(Sandbox sandbox) throws Exception {
    return Sandbox.files(sandbox.artifacts(), "suspect-");
  }

  private static String read(Path recording) throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(recording));
    int length = bytes.getInt();
    return length == Recording.TORN
        ? "torn"
        : HexFormat.of().formatHex(bytes.array(), Integer.BYTES, Integer.BYTES + length);
  }
}
