package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files count as inputs. */
class InputsIT {
  @TempDir Path directory;

  @Test
  void filesWithTheSameContentCountOnce() throws IOException {
    Path first = write("corpus/a", "1");
    write("corpus/b", "1");
    Path third = write("corpus/deeper/c", "2");

    assertThat(Inputs.in(directory.resolve("corpus"), List.of())).containsExactly(first, third);
  }

  @Test
  void crashersAreToldByTheirNames() throws IOException {
    Path crasher = write("crash-1", "1");
    write("slow-unit-2", "2");

    assertThat(Inputs.in(directory, List.of("crash-", "oom-"))).containsExactly(crasher);
  }

  @Test
  void seedsAreTakenAwayByTheirContent() throws IOException {
    Path seed = write("seeds/s", "1");
    Path copy = write("corpus/copy", "1");
    Path kept = write("corpus/kept", "2");

    assertThat(Inputs.without(List.of(copy, kept), List.of(seed))).containsExactly(kept);
  }

  @Test
  void folderThatIsNotThereIsEmpty() throws IOException {
    assertThat(Inputs.in(directory.resolve("none"), List.of())).isEmpty();
    assertThat(Inputs.in(null, List.of())).isEmpty();
  }

  private Path write(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
