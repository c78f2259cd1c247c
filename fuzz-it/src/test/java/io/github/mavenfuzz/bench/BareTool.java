package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The call alone: {@link BareLoop} in a JVM without an agent, on mutations of the seeds and of the
 * corpus that this project has left in the same round.
 */
final class BareTool implements Tool {
  private static final Pattern DONE = Pattern.compile("^Done (\\d+) runs$");

  @Override
  public String name() {
    return "bare";
  }

  @Override
  public Launch prepare(Trial trial) throws IOException {
    List<String> command = trial.equipment().java();
    command.addAll(
        List.of(
            "-XX:+UseSerialGC", // as worker JVMs have it
            "-cp",
            trial.target().classPath(List.of(Equipment.fuzzJar(), Equipment.benchClasses())),
            BareLoop.class.getName(),
            trial.target().entryClass(),
            Integer.toString(trial.equipment().seconds()),
            Integer.toString(Equipment.MAX_LENGTH),
            trial.target().seeds().toString(),
            trial.of(Tools.FUZZ.name(), "corpus").toString()));
    return new Launch(command, trial.directory(), Launch.Leaves.NOTHING, false);
  }

  @Override
  public Runs runs(Execution execution) throws BenchException {
    return execution
        .last(DONE)
        .map(m -> new Runs(m.number(1), m.at()))
        .orElseThrow(() -> new BenchException("it did not say how many runs it has made"));
  }
}
