package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Replays inputs of any tool in JVMs without an agent of a fuzzer, see {@link Replay}. */
final class Replayer {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Trial trial;

  Replayer(Trial trial) {
    this.trial = trial;
  }

  /**
   * @param name of the replay, for its files
   * @param jvmArguments further arguments of the JVM
   * @return for each input {@link Replay#OK} or how it fails
   */
  List<String> replay(String name, List<Path> inputs, List<String> jvmArguments)
      throws IOException, InterruptedException {
    Path list = trial.folder(name).resolve("inputs.txt");
    Path results = trial.folder(name).resolve("results.txt");
    Files.write(list, inputs.stream().map(Path::toString).toList());
    Files.deleteIfExists(results);
    List<String> lines = new ArrayList<>();
    while (lines.size() < inputs.size()) {
      int begin = lines.size();
      Execution execution = launch(name, jvmArguments, list, begin, results);
      lines = Files.exists(results) ? new ArrayList<>(Files.readAllLines(results)) : lines;
      if (lines.size() < inputs.size() && !endsWithHang(lines, begin)) {
        lines.add("ended the JVM, exit code " + execution.exitCode());
        Files.write(results, lines);
      }
    }
    return lines;
  }

  /**
   * As {@link #replay}, except that an input which passes is run once more in a JVM of its own:
   * what ran before it may be why.
   */
  List<String> replayCrashers(String name, List<Path> crashers)
      throws IOException, InterruptedException {
    List<String> results = replay(name, crashers, List.of());
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).equals(Replay.OK)) {
        results.set(i, replay(name + "-alone", List.of(crashers.get(i)), List.of()).get(0));
      }
    }
    return results;
  }

  private static boolean endsWithHang(List<String> lines, int begin) {
    return lines.size() > begin && lines.get(lines.size() - 1).startsWith(ThrowSite.HANG);
  }

  private Execution launch(
      String name, List<String> jvmArguments, Path list, int begin, Path results)
      throws IOException, InterruptedException {
    List<String> command = trial.equipment().java();
    command.addAll(List.of("-XX:-OmitStackTraceInFastThrow", "-XX:MaxJavaStackTraceDepth=1000000"));
    command.addAll(jvmArguments);
    command.addAll(
        List.of(
            "-cp",
            trial.target().classPath(List.of(Equipment.benchClasses())),
            Replay.class.getName(),
            trial.target().entryClass(),
            list.toString(),
            Integer.toString(begin),
            results.toString()));
    Launch launch = new Launch(command, trial.folder(name), Launch.Leaves.NOTHING, false);
    return Launcher.run(
        launch, trial.folder(name).resolve("log.txt"), trial.folder(name), PATIENCE);
  }
}
