package io.github.mavenfuzz.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Linux tells of a process while it lives. On other systems, and once the process is gone, all
 * is 0 and false.
 */
record LinuxProcess(long pid) {
  private static final Pattern PEAK_MEMORY = Pattern.compile("VmHWM:\\s*(\\d+) kB");
  private static final int OWN_LINKS = 2;
  private static final Pattern STOPPED = Pattern.compile("State:\\s*([Tt]) .*");
  private static final Pattern OPEN_FILES = Pattern.compile("Max open files\\s+(\\d+)\\s.*");

  /** The memory that the process has had in use at most, in bytes. */
  long peakMemory() {
    return number("status", PEAK_MEMORY) * 1024;
  }

  /**
   * How many threads there are: the directory has one link for each and two more. Cheap, because it
   * is asked all the time.
   */
  long threads() {
    try {
      return (int) Files.getAttribute(file("task"), "unix:nlink") - OWN_LINKS;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return 0;
    }
  }

  /** Whether a signal has stopped the process, such as SIGSTOP. */
  boolean isStopped() {
    return find("status", STOPPED) != null;
  }

  /** How many files the process may have open; 0 when there is no limit, too. */
  long maxOpenFiles() {
    return number("limits", OPEN_FILES);
  }

  long openFiles() {
    try (Stream<Path> files = Files.list(file("fd"))) {
      return files.count();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private long number(String file, Pattern line) {
    String digits = find(file, line);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private String find(String file, Pattern line) {
    try (Stream<String> lines = Files.lines(file(file))) {
      return lines
          .map(line::matcher)
          .filter(Matcher::matches)
          .map(m -> m.group(1))
          .findFirst()
          .orElse(null);
    } catch (IOException | UncheckedIOException e) {
      return null;
    }
  }

  private Path file(String name) {
    return Path.of("/proc", Long.toString(pid), name);
  }
}
