package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.FuzzTarget;
import java.util.Collection;

/**
 * What every way to run a target works with.
 *
 * @param target found already
 * @param setup makes the settings
 * @param console for everything that is printed
 */
record Command(FuzzTarget target, Setup setup, Console console) {

  Arguments arguments() {
    return setup.arguments();
  }

  Artifacts artifacts() {
    return setup.artifacts();
  }

  FailurePrinter failurePrinter() throws UsageException {
    return new FailurePrinter(
        console,
        artifacts(),
        new FailurePrinter.Limits(arguments().number("-timeout"), setup.heap()));
  }

  void printFinal(FinalStatistics statistics) {
    if (arguments().isOn("-print_final_stats")) {
      console.print(statistics.toString());
    }
  }

  /**
   * @param kinds of the failures that were found
   */
  int exitCode(Collection<FailureKind> kinds) {
    if (kinds.isEmpty()) {
      return ExitCodes.SUCCESS;
    }
    boolean onlyHangs = kinds.stream().allMatch(kind -> kind == FailureKind.HANG);
    return (int) arguments().number(onlyHangs ? "-timeout_exitcode" : "-error_exitcode");
  }
}
