package io.github.mavenfuzz.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.Ordinary;
import io.github.mavenfuzz.it.Wait;
import io.github.mavenfuzz.it.robustness.Observation.Found;
import io.github.mavenfuzz.it.robustness.Observation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where sockets and shared memory lie. */
@ExtendWith(ResultTable.Provider.class)
@Execution(ExecutionMode.CONCURRENT)
class TempDirectoryIT {
  private static final int LONG_PATH = 150;

  @Test
  void worksWithALongPath(ResultTable table) throws Exception {
    table.run(
        "temp-path-long",
        "works with " + LONG_PATH + " characters",
        () -> {
          try (Sandbox sandbox = Sandbox.create()) {
            String name = "d".repeat(LONG_PATH - sandbox.temp().toString().length() - 1);
            Path temp = Files.createDirectory(sandbox.temp().resolve(name));
            Observation run =
                CommandLine.of(sandbox, Ordinary.class)
                    .inTemp(temp)
                    .with("corpus", "-runs=500000")
                    .start()
                    .await();
            assertThat(run.findings())
                .as(run.output())
                .extracting(Found::kind)
                .containsExactly(Kind.EXCEPTION);
            assertThat(temp).isEmptyDirectory();
            assertThat(Leftovers.await(sandbox.token())).isEmpty();
            return run.runs() + " runs";
          }
        });
  }

  @Test
  void isPrivate(ResultTable table) throws Exception {
    table.run(
        "temp-private",
        "only the owner may look, write or connect",
        () -> {
          try (Sandbox sandbox = Sandbox.create()) {
            Running running =
                CommandLine.of(sandbox, Ordinary.class)
                    .with("corpus")
                    .inShell("umask 000; exec \"$@\"")
                    .start();
            assertThat(Wait.until(Running.PATIENCE, () -> sandbox.runs() > 1000)).isTrue();
            List<String> files;
            try (Stream<Path> walk = Files.walk(sandbox.temp())) {
              files = walk.skip(1).map(TempDirectoryIT::permissions).sorted().toList();
            }
            running.process().destroy();
            running.await();
            assertThat(files).isNotEmpty().allMatch(f -> f.matches("rw.------ .*"));
            return files.size() + " files";
          }
        });
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + " " + file;
    } catch (IOException e) {
      return "rw------- gone " + file;
    }
  }
}
