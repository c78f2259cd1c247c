package io.github.mavenfuzz.it.robustness;

import io.github.mavenfuzz.it.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Processes that a row has left. Children and their children inherit the environment, so its token
 * finds also those whose parents have ended. Where there is no /proc, the direct descendants of
 * this process are looked at only.
 */
final class Leftovers {
  /** The environment variable with the token. */
  static final String TOKEN = "FUZZ_IT_TOKEN";

  /**
   * They take two seconds, a JVM that is just starting a little more; the rest is for a busy
   * machine.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Leftovers() {}

  /**
   * Waits for all processes with a token to end, but not forever.
   *
   * @return those that have not
   */
  static List<String> await(String token) throws InterruptedException {
    Wait.until(PATIENCE, () -> find(token).isEmpty());
    return find(token).stream().map(Leftovers::describe).toList();
  }

  /** Kills all processes with a token. */
  static void end(String token) {
    find(token).forEach(ProcessHandle::destroyForcibly);
  }

  /** Processes with a token that are alive. */
  static List<ProcessHandle> find(String token) {
    return Files.isDirectory(Path.of("/proc/self"))
        ? ProcessHandle.allProcesses().filter(p -> environment(p).contains(token)).toList()
        : ProcessHandle.current().descendants().toList();
  }

  /** Worker JVMs among the processes with a token. */
  static List<ProcessHandle> workers(String token) {
    return find(token).stream().filter(p -> describe(p).contains(".args")).toList();
  }

  /** Empty for processes that have just ended, and for those of others. */
  private static String environment(ProcessHandle process) {
    return read(process, "environ");
  }

  private static String describe(ProcessHandle process) {
    return process.pid() + " " + read(process, "cmdline").replace('\0', ' ');
  }

  private static String read(ProcessHandle process, String file) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** A short text for the table, empty when nothing is left. */
  static Optional<String> text(List<String> processes) {
    return processes.isEmpty()
        ? Optional.empty()
        : Optional.of(processes.stream().collect(Collectors.joining("; ", "left: ", "")));
  }
}
