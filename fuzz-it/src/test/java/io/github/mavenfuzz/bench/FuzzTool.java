package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** This project, by its command line. */
final class FuzzTool implements Tool {
  private static final Pattern DONE = Pattern.compile("^Done (\\d+) runs in \\d+ second");
  private static final Pattern COUNT = Pattern.compile("^stat::number_of_executed_units: (\\d+)");

  private final String name;
  private final int workers;

  FuzzTool(String name, int workers) {
    this.name = name;
    this.workers = workers;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Launch prepare(Trial trial) throws IOException {
    Path corpus = trial.folder("corpus");
    Path crashers = trial.folder("crashers");
    List<String> command =
        List.of(
            Equipment.javaLauncher(),
            "-jar",
            Equipment.fuzzJar().toString(),
            "--cp=" + trial.target().classPath(List.of()),
            "--target_class=" + trial.target().entryClass(),
            "--jvm_args=-Xmx" + trial.equipment().heap(),
            "-workers=" + workers,
            "-max_total_time=" + trial.equipment().seconds(),
            "-timeout=" + Equipment.RUN_TIMEOUT,
            "-max_len=" + Equipment.MAX_LENGTH,
            "--keep_going=0",
            "-print_final_stats=1",
            "-artifact_prefix=" + crashers + "/",
            corpus.toString(),
            trial.target().seeds().toString());
    return new Launch(
        command,
        trial.directory(),
        new Launch.Leaves(corpus, crashers, List.of("crash-", "timeout-", "oom-")),
        true);
  }

  @Override
  public Runs runs(Execution execution) throws BenchException {
    return done(execution);
  }

  /** Reads what libFuzzer, and all that take after it, print at their end. */
  static Runs done(Execution execution) throws BenchException {
    return execution
        .last(DONE)
        .or(() -> execution.last(COUNT))
        .map(m -> new Runs(m.number(1), m.at()))
        .orElseThrow(() -> new BenchException("it did not say how many runs it has made"));
  }
}
