package io.github.mavenfuzz.it.robustness;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every target that a person with bad intentions could think of, each fuzzed by a command line of
 * its own: its death is classified, its crasher fails again in the same way, fuzzing goes on, the
 * run ends in time, and nothing remains of it.
 */
@ExtendWith(ResultTable.Provider.class)
@Execution(ExecutionMode.CONCURRENT)
class HostileTargetsIT {

  static Stream<Row> rows() {
    return Stream.of(
            EndsTheProcessRows.ALL,
            NeverReturnsRows.ALL,
            EatsResourcesRows.ALL,
            RecursionRows.ALL,
            ThrowsOddlyRows.ALL,
            MeddlesRows.ALL,
            DoesNotRepeatRows.ALL)
        .flatMap(List::stream)
        .filter(r -> ResultTable.isSelected(r.name()));
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("rows")
  void fuzzes(Row row, ResultTable table) throws Exception {
    table.run(
        row.name(),
        row.expectation().text(),
        () -> {
          try (Sandbox sandbox = Sandbox.create()) {
            RowRun run = RowRun.of(row, sandbox);
            run.check();
            run.checkReplay();
            return run.describe();
          }
        });
  }
}
