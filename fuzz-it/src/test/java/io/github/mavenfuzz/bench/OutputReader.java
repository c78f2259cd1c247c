package io.github.mavenfuzz.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a process prints, in a thread of its own, and notes when; also writes it to a file.
 */
final class OutputReader {
  /** For a stream that somebody else may hold open. */
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final Process process;
  private final Path log;
  private final Thread thread = new Thread(this::read, "output");

  /** Guarded by itself. */
  private final List<Execution.Line> lines = new ArrayList<>();

  private volatile IOException failure;

  /** Begins to read. */
  OutputReader(Process process, Path log) {
    this.process = process;
    this.log = log;
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    // Every byte is a character: targets print anything.
    try (BufferedReader output =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1));
        BufferedWriter writer = Files.newBufferedWriter(log, StandardCharsets.ISO_8859_1)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (lines) {
          lines.add(new Execution.Line(Instant.now(), line));
        }
        writer.write(line);
        writer.newLine();
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  /**
   * Waits for the rest, after the process has ended.
   *
   * @throws IOException when reading or writing has failed
   */
  List<Execution.Line> await() throws IOException, InterruptedException {
    thread.join(DRAIN.toMillis());
    if (failure != null) {
      throw failure;
    }
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }
}
