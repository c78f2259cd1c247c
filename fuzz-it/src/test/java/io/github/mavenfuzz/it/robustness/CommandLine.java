package io.github.mavenfuzz.it.robustness;

import com.example.hostile.Trigger;
import io.github.mavenfuzz.it.Built;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A command line of the fuzzer, which runs in a process of its own.
 *
 * @param sandbox where it runs
 * @param target the name of the class
 * @param shell a script in which <code>"$@"</code> is the command, or null for none
 * @param temp the temporary directory
 * @param environment files by the names of environment variables
 * @param workerJvm arguments of the worker JVMs, of which later ones win
 * @param flags of which later ones win, and directories and files
 */
record CommandLine(
    Sandbox sandbox,
    String target,
    String shell,
    Path temp,
    Map<String, Path> environment,
    List<String> workerJvm,
    List<String> flags) {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  /** Short runs are better off without the optimising compiler. */
  private static final List<String> COORDINATOR =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx128m");

  /**
   * With a deadline of one second a run, and small heaps. It ends by its number of runs or by a
   * signal and never by time, so that a busy machine makes no difference.
   */
  static CommandLine of(Sandbox sandbox, Class<?> target) {
    return new CommandLine(
        sandbox,
        target.getName(),
        null,
        sandbox.temp(),
        Map.of(Trigger.TALLY, sandbox.tally()),
        List.of("-XX:TieredStopAtLevel=1", "-Xmx200m"),
        List.of(
            "-seed=1",
            "-timeout=1",
            "--keep_going=0",
            "-print_final_stats=1",
            "-artifact_prefix=artifacts/"));
  }

  /** Adds arguments of the worker JVM, of which later ones win. */
  CommandLine withWorkerJvm(List<String> arguments) {
    return new CommandLine(
        sandbox, target, shell, temp, environment, join(workerJvm, arguments), flags);
  }

  /** Adds flags, of which later ones win, or directories and files. */
  CommandLine with(List<String> more) {
    return new CommandLine(sandbox, target, shell, temp, environment, workerJvm, join(flags, more));
  }

  CommandLine with(String... more) {
    return with(Arrays.asList(more));
  }

  /** Runs within a shell. */
  CommandLine inShell(String script) {
    return new CommandLine(sandbox, target, script, temp, environment, workerJvm, flags);
  }

  /** Has another temporary directory than the sandbox's. */
  CommandLine inTemp(Path directory) {
    return new CommandLine(sandbox, target, shell, directory, environment, workerJvm, flags);
  }

  /** Adds a file to the environment. */
  CommandLine withEnvironment(String name, Path file) {
    Map<String, Path> more = new HashMap<>(environment);
    more.put(name, file);
    return new CommandLine(sandbox, target, shell, temp, more, workerJvm, flags);
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
    words.add("-Djava.io.tmpdir=" + temp);
    words.addAll(List.of("-jar", Built.jar().toString()));
    words.add("--cp=" + Built.testClasses() + File.pathSeparator + Built.jar());
    words.add("--target_class=" + target);
    words.add("--jvm_args=" + list(join(List.of("-Djava.io.tmpdir=" + temp), workerJvm)));
    words.addAll(flags);
    ProcessBuilder builder = new ProcessBuilder(words);
    environment.forEach((name, file) -> builder.environment().put(name, file.toString()));
    return Running.start(sandbox, builder);
  }
}
