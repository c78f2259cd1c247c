package io.github.mavenfuzz.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The processes that the target in one worker JVM has started, which must not outlive the JVM.
 * Belongs to one worker's thread.
 *
 * <p>As long as the JVM lives they are its descendants. If it dies by itself they no longer are. So
 * on Linux their environment, which they inherit, marks them: it has a random value that no other
 * process has. A process that has cleared its environment escapes.
 */
final class StrayProcesses {
  private static final String VARIABLE = "FUZZ_WORKER";
  private static final int TOKEN_LENGTH = 16;
  private static final Path PROCESSES = Path.of("/proc");

  /** The longest environment that is searched, in bytes. */
  private static final int MAX_ENVIRONMENT = 1 << 20;

  /** How often to look for those that were started while others were killed. */
  private static final int MAX_ROUNDS = 50;

  private static final long PAUSE_MILLIS = 2;

  private final String token;
  private List<ProcessHandle> descendants = List.of();

  StrayProcesses() {
    byte[] random = new byte[TOKEN_LENGTH];
    new SecureRandom().nextBytes(random);
    token = HexFormat.of().formatHex(random);
  }

  /** Adds to the environment of a JVM what marks it and all that it starts. */
  void mark(Map<String, String> environment) {
    environment.put(VARIABLE, token);
  }

  /** Takes note of those that there are, for systems that do not tell later. */
  void look(Process jvm) {
    descendants = jvm.descendants().toList();
  }

  /** How many there are while the JVM lives; 0 where the system does not tell. */
  int count() {
    return Math.max(0, marked().size() - 1);
  }

  /** Kills them once the JVM has ended, and those that they start meanwhile. */
  void end() throws InterruptedException {
    descendants.forEach(ProcessHandle::destroyForcibly);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<ProcessHandle> marked = marked();
      if (marked.isEmpty()) {
        return;
      }
      marked.forEach(ProcessHandle::destroyForcibly);
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  /** With the JVM if it lives; none where the system does not tell. */
  private List<ProcessHandle> marked() {
    String wanted = VARIABLE + '=' + token;
    List<ProcessHandle> marked = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[1-9]*")) {
      for (Path process : processes) {
        if (environment(process).contains(wanted)) {
          long pid = Long.parseLong(process.getFileName().toString());
          // Asked again, for another process may have come to that number.
          ProcessHandle.of(pid)
              .filter(p -> environment(process).contains(wanted))
              .ifPresent(marked::add);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return marked;
  }

  /** Empty for a process that is not ours, or gone. */
  private static String environment(Path process) {
    try (InputStream in = Files.newInputStream(process.resolve("environ"))) {
      return new String(in.readNBytes(MAX_ENVIRONMENT), StandardCharsets.ISO_8859_1);
    } catch (IOException notOurs) {
      return "";
    }
  }
}
