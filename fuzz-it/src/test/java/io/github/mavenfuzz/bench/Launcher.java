package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Runs a process to its end, and ends it when that does not come. */
final class Launcher {
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
    OutputReader reader = new OutputReader(process, log);
    Path firstRun = marks.resolve(Marks.FIRST_RUN);
    UsageSampler sampler = new UsageSampler(process, () -> Files.exists(firstRun));
    boolean ended;
    try {
      process.getOutputStream().close();
      ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      // Not by the process itself, which would close the stream that is being read.
      process.toHandle().destroyForcibly();
    }
    Instant end = Instant.now();
    Usage usage = sampler.stop();
    return new Execution(
        reader.await(), start, end, ended ? process.exitValue() : null, usage, launch.directory());
  }
}
