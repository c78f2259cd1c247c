package io.github.mavenfuzz.it.robustness;

import java.util.List;

/**
 * A hostile target and what becomes of it.
 *
 * @param name by which it can be selected
 * @param target the class
 * @param expectation what is to be seen
 * @param seconds the budget of the run
 * @param flags further ones of the command line
 * @param workerJvm further arguments of the worker JVMs
 * @param shell as for {@link CommandLine#inShell}
 */
record Row(
    String name,
    Class<?> target,
    Expectation expectation,
    int seconds,
    List<String> flags,
    List<String> workerJvm,
    String shell) {
  private static final int SECONDS = 3;

  static Row of(String name, Class<?> target, Expectation expectation) {
    return new Row(name, target, expectation, SECONDS, List.of(), List.of(), null);
  }

  Row seconds(int budget) {
    return new Row(name, target, expectation, budget, flags, workerJvm, shell);
  }

  Row flags(String... more) {
    return new Row(name, target, expectation, seconds, List.of(more), workerJvm, shell);
  }

  Row workerJvm(String... more) {
    return new Row(name, target, expectation, seconds, flags, List.of(more), shell);
  }

  Row shell(String script) {
    return new Row(name, target, expectation, seconds, flags, workerJvm, script);
  }

  /** The command line, without directories and files. */
  CommandLine commandLine(Sandbox sandbox) {
    return CommandLine.of(sandbox, target)
        .with(flags)
        .withWorkerJvm(workerJvm)
        .inShell(shell)
        .with("-max_total_time=" + seconds);
  }

  @Override
  public String toString() {
    return name;
  }
}
