package io.github.mavenfuzz.it.robustness;

import com.example.hostile.Trigger;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A command line of the fuzzer, which runs in a process of its own; immutable. */
final class CommandLine {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  /** Short runs are better off without the optimising compiler. */
  private static final List<String> COORDINATOR =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx128m");

  private final Sandbox sandbox;
  private final String target;
  private final String shell;
  private final List<String> workerJvm;
  private final List<String> flags;

  private CommandLine(
      Sandbox sandbox, String target, String shell, List<String> workerJvm, List<String> flags) {
    this.sandbox = sandbox;
    this.target = target;
    this.shell = shell;
    this.workerJvm = workerJvm;
    this.flags = flags;
  }

  /** With a deadline of one second a run, and small heaps. */
  static CommandLine of(Sandbox sandbox, Class<?> target) {
    return new CommandLine(
        sandbox,
        target.getName(),
        null,
        List.of("-Djava.io.tmpdir=" + sandbox.temp(), "-XX:TieredStopAtLevel=1", "-Xmx200m"),
        List.of(
            "-seed=1",
            "-timeout=1",
            "--keep_going=0",
            "-print_final_stats=1",
            "-artifact_prefix=artifacts/"));
  }

  /** Adds arguments of the worker JVM, of which later ones win. */
  CommandLine withWorkerJvm(List<String> arguments) {
    return new CommandLine(sandbox, target, shell, join(workerJvm, arguments), flags);
  }

  /** Adds flags, of which later ones win, or directories and files. */
  CommandLine with(List<String> more) {
    return new CommandLine(sandbox, target, shell, workerJvm, join(flags, more));
  }

  CommandLine with(String... more) {
    return with(Arrays.asList(more));
  }

  /**
   * Runs within a shell.
   *
   * @param script in which <code>"$@"</code> is the command, or null for none
   */
  CommandLine inShell(String script) {
    return new CommandLine(sandbox, target, script, workerJvm, flags);
  }

  private static List<String> join(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  /** Several values of one flag, in which a separator is set off. */
  private static String list(List<String> values) {
    return values.stream()
        .map(v -> v.replace(File.pathSeparator, "\\" + File.pathSeparator))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Starts the process, in the sandbox's folder. */
  Running start() throws IOException {
    List<String> words = new ArrayList<>();
    if (shell != null) {
      words.addAll(List.of("bash", "-c", shell, "bash"));
    }
    words.add(JAVA);
    words.addAll(COORDINATOR);
    words.add("-Djava.io.tmpdir=" + sandbox.temp());
    words.addAll(List.of("-jar", Built.jar().toString()));
    words.add("--cp=" + Built.testClasses() + File.pathSeparator + Built.jar());
    words.add("--target_class=" + target);
    words.add("--jvm_args=" + list(workerJvm));
    words.addAll(flags);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put(Trigger.TALLY, sandbox.tally().toString());
    return Running.start(sandbox, builder);
  }
}
