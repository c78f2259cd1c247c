package io.github.mavenfuzz.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
  @TempDir Path temp;

  /** Locks the directory that is its argument until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      DirectoryLock lock = DirectoryLock.of(Path.of(args[0]));
      System.out.println("locked " + lock);
      Thread.sleep(Duration.ofHours(1).toMillis());
    }
  }

  private Path directory(String name) throws IOException {
    return Files.createDirectory(temp.resolve(name));
  }

  private static Path lockOf(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(".lock-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void age(Path lock) throws IOException {
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  private void removeAbandoned() throws IOException {
    Path own = Files.createTempDirectory(temp, "fuzz-own");
    DirectoryLock.removeAbandoned(own, "fuzz-");
    assertThat(own).exists();
  }

  @Test
  void aDirectoryIsRemovedWhenTheProcessThatLockedItIsGone() throws Exception {
    Path directory = directory("fuzz-1");
    Files.writeString(Files.createDirectories(directory.resolve("a/b")).resolve("c"), "d");
    Process holder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Holder.class.getName(),
                    directory.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = holder.inputReader()) {
      assertThat(output.readLine()).startsWith("locked");
      age(lockOf(directory));

      removeAbandoned();
      assertThat(directory).as("while it is in use").isNotEmptyDirectory();
    } finally {
      holder.destroyForcibly().waitFor();
    }

    removeAbandoned();
    assertThat(directory).doesNotExist();
  }

  @Test
  void aDirectoryOfThisProcessStays() throws Exception {
    Path directory = directory("fuzz-1");
    try (DirectoryLock lock = DirectoryLock.of(directory)) {
      removeAbandoned();

      assertThat(lockOf(directory)).exists();
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void aDirectoryStaysThatMayNotBeLockedYet() throws Exception {
    Path directory = directory("fuzz-1");
    Files.createFile(directory.resolve(".lock-1"));

    removeAbandoned();

    assertThat(directory).isNotEmptyDirectory();
  }

  @Test
  void directoriesOfOthersStay() throws Exception {
    Path unlocked = directory("fuzz-unlocked");
    Files.createFile(unlocked.resolve("worker-0.memory"));
    Path elsewhere = directory("elsewhere");
    age(Files.createFile(elsewhere.resolve(".lock-1")));
    Path link = Files.createSymbolicLink(temp.resolve("fuzz-link"), elsewhere);

    removeAbandoned();

    assertThat(unlocked).isNotEmptyDirectory();
    assertThat(elsewhere).isNotEmptyDirectory();
    assertThat(link).isSymbolicLink();
  }
}
