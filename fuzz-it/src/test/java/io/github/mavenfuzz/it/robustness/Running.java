package io.github.mavenfuzz.it.robustness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A process of a row, whose output goes to a file.
 *
 * @param sandbox the row's
 * @param process what was started; the fuzzer itself, or what it runs within
 * @param log both of its streams
 * @param startNanos when it was started, by {@link System#nanoTime()}
 */
record Running(Sandbox sandbox, Process process, Path log, long startNanos) {
  /** For what takes seconds, half a minute at most, on a machine that does nothing else. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Starts a process in the folder of a sandbox, with its token. */
  static Running start(Sandbox sandbox, ProcessBuilder builder) throws IOException {
    builder.environment().put(Leftovers.TOKEN, sandbox.token());
    Path log = Files.createTempFile(sandbox.root(), "log-", ".txt");
    Process process =
        builder
            .directory(sandbox.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    return new Running(sandbox, process, log, System.nanoTime());
  }

  /**
   * Waits for its end.
   *
   * @throws AssertionError when it does not come in time
   */
  Observation await() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError(
          "does not end within " + PATIENCE.toSeconds() + " s; so far it printed:\n" + output());
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
    return new Observation(process.exitValue(), output(), elapsed);
  }

  /** What it has printed so far. */
  String output() throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }
}
