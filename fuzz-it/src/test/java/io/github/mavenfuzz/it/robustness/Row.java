package io.github.mavenfuzz.it.robustness;

import java.util.List;
import java.util.stream.Stream;

/**
 * A hostile target and what becomes of it.
 *
 * @param name by which it can be selected
 * @param target the class
 * @param expectation what is to be seen
 * @param flags further ones of the command line
 * @param workerJvm further arguments of the worker JVMs
 * @param shell as for {@link CommandLine#inShell}
 */
record Row(
    String name,
    Class<?> target,
    Expectation expectation,
    List<String> flags,
    List<String> workerJvm,
    String shell) {
  /** With the seed of all rows, the trigger is pulled several times within these. */
  private static final int RUNS = 30_000;

  static Row of(String name, Class<?> target, Expectation expectation) {
    return new Row(name, target, expectation, List.of(), List.of(), null);
  }

  Row flags(String... more) {
    return new Row(name, target, expectation, join(flags, more), workerJvm, shell);
  }

  private static List<String> join(List<String> first, String... second) {
    return Stream.concat(first.stream(), Stream.of(second)).toList();
  }

  Row workerJvm(String... more) {
    return new Row(name, target, expectation, flags, List.of(more), shell);
  }

  Row shell(String script) {
    return new Row(name, target, expectation, flags, workerJvm, script);
  }

  /** The command line, without directories and files. */
  CommandLine commandLine(Sandbox sandbox) {
    return CommandLine.of(sandbox, target)
        .with("-runs=" + RUNS, "-use_cmp=0") // or hints would pull the trigger all the time
        .with(flags)
        .withWorkerJvm(workerJvm)
        .inShell(shell);
  }

  @Override
  public String toString() {
    return name;
  }
}
