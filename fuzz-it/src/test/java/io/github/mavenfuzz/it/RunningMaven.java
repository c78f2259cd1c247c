package io.github.mavenfuzz.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * A Maven build that goes on while a script does something else, such as to end it by a signal;
 * only where there is {@code setsid}. It has a process group and a temporary directory of its own.
 */
public final class RunningMaven {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private final Process process;
  private final Path log;
  private final Path temp;

  private RunningMaven(Process process, Path log, Path temp) {
    this.process = process;
    this.log = log;
    this.temp = temp;
  }

  /**
   * @param basedir the project's folder, in which a build by the invoker went before
   * @throws IOException when Maven cannot be started
   */
  public static RunningMaven start(File basedir, File localRepository, String... arguments)
      throws IOException {
    // Far up, for a socket's path may not be long.
    Path temp = Files.createTempDirectory("it-");
    Path log = basedir.toPath().resolve("running-" + temp.getFileName() + ".log");
    List<String> words = new ArrayList<>(defaultSignals());
    words.addAll(List.of("setsid", System.getProperty("maven.home") + "/bin/mvn", "-B"));
    words.addAll(List.of("-gs", "../interpolated-settings.xml"));
    words.add("-Dmaven.repo.local=" + localRepository);
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(basedir)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", "-Djava.io.tmpdir=" + temp);
    return new RunningMaven(builder.start(), log, temp);
  }

  /**
   * The words before a command that let it heed Ctrl+C. What ignores a signal starts processes that
   * ignore it too, and the background of a shell ignores this one. Empty where they do not exist.
   */
  private static List<String> defaultSignals() {
    List<String> words = List.of("env", "--default-signal=INT");
    List<String> test = Stream.concat(words.stream(), Stream.of("true")).toList();
    try {
      Process process = new ProcessBuilder(test).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? words : List.of();
    } catch (IOException e) {
      return List.of(); // there is no env
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until the build has logged a text. */
  public void awaitText(String text) throws IOException, InterruptedException {
    await(text, () -> log().contains(text) || !process.isAlive());
    build().says(text);
  }

  /** Sends a signal to Maven and all its worker JVMs, as a terminal does. */
  public void signalGroup(String name) throws IOException, InterruptedException {
    kill(name, "-" + process.pid());
  }

  /** Sends a signal to Maven alone. */
  public void signal(String name) throws IOException, InterruptedException {
    kill(name, Long.toString(process.pid()));
  }

  private static void kill(String name, String id) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-s", name, "--", id).inheritIO().start().waitFor();
  }

  /**
   * Waits for the end of Maven, and of all processes that it has started.
   *
   * @return the exit code
   */
  public int awaitEnd() throws InterruptedException {
    await("the end of Maven", () -> !process.isAlive());
    await("the end of all worker JVMs", () -> processes().isEmpty());
    return process.exitValue();
  }

  /** The processes that have files in the temporary directory of the build. */
  private List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains(temp.toString()))
        .toList();
  }

  /** What the build has left in its temporary directory, which is deleted now. */
  public List<String> leftovers() throws IOException {
    List<String> left;
    try (Stream<Path> files = Files.walk(temp)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      left = deepestFirst.stream().filter(f -> !f.equals(temp)).map(Path::toString).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
    return left.stream().filter(f -> f.contains("fuzz-")).toList();
  }

  /** What the build has logged so far. */
  public Build build() {
    return new Build(log());
  }

  private String log() {
    try {
      return Build.plain(Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(String what, Callable<Boolean> condition) throws InterruptedException {
    if (!Wait.until(TIMEOUT, condition)) {
      processes().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("waited in vain for " + what + "; the build said:\n" + log());
    }
  }
}
