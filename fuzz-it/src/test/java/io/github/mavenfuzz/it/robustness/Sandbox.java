package io.github.mavenfuzz.it.robustness;

import com.example.hostile.Trigger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of one row, in which everything that its processes read and write lies, their
 * temporary directory included. Closing it ends processes that are still there, and deletes it.
 *
 * @param root the folder
 * @param token a value in the environment of all processes of the row, by which they are found
 */
record Sandbox(Path root, String token) implements AutoCloseable {

  static Sandbox create() throws IOException {
    Sandbox sandbox =
        new Sandbox(Files.createTempDirectory("it-").toRealPath(), UUID.randomUUID().toString());
    for (Path directory : List.of(sandbox.corpus(), sandbox.artifacts(), sandbox.temp())) {
      Files.createDirectory(directory);
    }
    Files.write(sandbox.tally(), new byte[Trigger.TALLY_BYTES]);
    return sandbox;
  }

  Path corpus() {
    return root.resolve("corpus");
  }

  /** Where crashers, suspects and crash logs are written. */
  Path artifacts() {
    return root.resolve("artifacts");
  }

  /** What {@code java.io.tmpdir} is for all processes. */
  Path temp() {
    return root.resolve("tmp");
  }

  /** See {@link Trigger#TALLY}. */
  Path tally() {
    return root.resolve("tally");
  }

  /** Runs of the target in all its JVMs, as it has counted them itself. */
  long runs() throws IOException {
    return tally(Trigger.RUNS);
  }

  /** The number of the first run that was to fail; 0 when there was none. */
  long firstTrigger() throws IOException {
    return tally(Trigger.FIRST);
  }

  private long tally(int offset) throws IOException {
    byte[] bytes = Files.readAllBytes(tally());
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getLong(offset);
  }

  /** Files in a directory whose names begin like this, sorted. */
  static List<Path> files(Path directory, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.getFileName().toString().startsWith(prefix)).sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    Leftovers.end(token);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
