package io.github.mavenfuzz.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a process to its end, and ends it when that does not come. */
final class Launcher {
  /** For readers of a stream that somebody else may hold open. */
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private Launcher() {}

  /**
   * @param log the file for what it prints
   * @param marks the folder for the moments that targets note
   * @param patience after which it is ended
   * @throws IOException when it cannot be started
   */
  static Execution run(Launch launch, Path log, Path marks, Duration patience)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(launch.command())
            .directory(launch.directory().toFile())
            .redirectErrorStream(true);
    builder.environment().put(Trial.MARKS_VARIABLE, marks.toString());
    Instant start = Instant.now();
    Process process = builder.start();
    List<Execution.Line> lines = new ArrayList<>();
    Thread reader = new Thread(() -> read(process, log, lines), "output");
    reader.setDaemon(true);
    reader.start();
    Path firstRun = marks.resolve(Marks.FIRST_RUN);
    UsageSampler sampler = new UsageSampler(process, () -> Files.exists(firstRun));
    boolean ended;
    try {
      process.getOutputStream().close();
      ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    Instant end = Instant.now();
    Usage usage = sampler.stop();
    reader.join(DRAIN.toMillis());
    synchronized (lines) {
      return new Execution(
          List.copyOf(lines),
          start,
          end,
          ended ? process.exitValue() : null,
          usage,
          launch.directory());
    }
  }

  private static void read(Process process, Path log, List<Execution.Line> lines) {
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
      throw new UncheckedIOException(e);
    }
  }
}
