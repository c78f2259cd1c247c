package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Jazzer, by its main class; it fuzzes within one JVM. */
final class JazzerTool implements Tool {
  @Override
  public String name() {
    return "jazzer";
  }

  @Override
  public List<String> dependencies(Map<String, String> versions) {
    return List.of("com.code-intelligence:jazzer:" + versions.get("jazzer"));
  }

  @Override
  public Launch prepare(Trial trial) throws IOException {
    Path corpus = trial.folder("corpus");
    Path crashers = trial.folder("crashers");
    List<String> command = trial.equipment().java();
    command.addAll(
        List.of(
            "-cp",
            trial.target().classPath(trial.equipment().jarsOf(name())),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + trial.target().entryClass(),
            "--keep_going=0",
            "--reproducer_path=" + trial.folder("reproducers"),
            "-max_total_time=" + trial.equipment().seconds(),
            "-timeout=" + Equipment.RUN_TIMEOUT,
            "-max_len=" + Equipment.MAX_LENGTH,
            // The heap is the limit, as it is for the others.
            "-rss_limit_mb=0",
            "-print_final_stats=1",
            "-artifact_prefix=" + crashers + "/",
            corpus.toString(),
            trial.target().seeds().toString()));
    return new Launch(
        command,
        trial.directory(),
        new Launch.Leaves(corpus, crashers, List.of("crash-", "timeout-", "oom-")),
        false);
  }

  @Override
  public Runs runs(Execution execution) throws BenchException {
    return FuzzTool.done(execution);
  }
}
