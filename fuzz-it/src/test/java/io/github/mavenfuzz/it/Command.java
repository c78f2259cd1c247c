package io.github.mavenfuzz.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One program that a script ran in the folder of its project, and what it printed. */
public final class Command {
  private static final long TIMEOUT_MINUTES = 3;

  private final String line;
  private final int exitCode;
  private final String output;

  private Command(String line, int exitCode, String output) {
    this.line = line;
    this.exitCode = exitCode;
    this.output = output;
  }

  /**
   * Runs a program to its end.
   *
   * @param directory in which it runs
   * @param environment added to that of this process
   * @throws IOException when it cannot be started
   */
  public static Command run(File directory, Map<String, String> environment, List<?> words)
      throws IOException, InterruptedException {
    List<String> command = words.stream().map(Object::toString).toList();
    Path log = Files.createTempFile("command-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String line = String.join(" ", command);
    if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError(
          line + "\ndoes not end; so far it printed:\n" + Files.readString(log));
    }
    String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    Files.delete(log);
    return new Command(line, process.exitValue(), output);
  }

  /** Ended with this code, and printed these texts. */
  public void ends(int code, String... texts) {
    if (exitCode != code) {
      throw new AssertionError(
          "%s%nended with %d, not %d; it printed:%n%s".formatted(line, exitCode, code, output));
    }
    for (String text : texts) {
      if (!output.contains(text)) {
        throw new AssertionError("%s%ndoes not say: %s%nbut:%n%s".formatted(line, text, output));
      }
    }
  }

  /** What it printed, on both streams. */
  public String output() {
    return output;
  }
}
