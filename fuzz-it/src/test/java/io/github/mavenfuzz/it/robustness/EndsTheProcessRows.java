package io.github.mavenfuzz.it.robustness;

import static io.github.mavenfuzz.it.robustness.Expectation.finding;
import static io.github.mavenfuzz.it.robustness.Expectation.suspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.EndsTheProcess;
import io.github.mavenfuzz.it.robustness.Observation.Kind;
import java.util.List;

/** A process that ends itself is a finding; one that seems to be ended from outside is none. */
final class EndsTheProcessRows {
  private static final Expectation.Check CRASH_LOG =
      run ->
          assertThat(Sandbox.files(run.sandbox().artifacts(), "hs_err"))
              .as("crash logs")
              .isNotEmpty();

  /** Each death takes the start of a JVM or two. */
  private static final String RUNS = "-runs=5000";

  static final List<Row> ALL =
      List.of(
          row("exit-0", EndsTheProcess.ExitZero.class, finding(Kind.EXIT, "exit code 0")),
          row("exit-3", EndsTheProcess.ExitThree.class, finding(Kind.EXIT, "exit code 3")),
          row("halt", EndsTheProcess.Halt.class, finding(Kind.EXIT, "exit code 5")),
          row(
              "exit-in-library",
              EndsTheProcess.ExitInLibrary.class,
              finding(Kind.EXIT, "exit code 1", "Library.complain")),
          row(
              "sigsegv",
              EndsTheProcess.Segv.class,
              finding(Kind.SIGNAL, "SIGSEGV").and(", crash log", CRASH_LOG)),
          // Of this one a JVM writes no crash log.
          row("abort", EndsTheProcess.Abort.class, finding(Kind.SIGNAL, "SIGABRT")),
          row("sigkill", EndsTheProcess.Kill.class, suspect()),
          row("sigterm", EndsTheProcess.Terminate.class, suspect()),
          row("sigstop", EndsTheProcess.Stop.class, finding(Kind.HANG))
              .flags(NeverReturnsRows.FEW_RUNS));

  private EndsTheProcessRows() {}

  private static Row row(String name, Class<?> target, Expectation expectation) {
    return Row.of(name, target, expectation).flags(RUNS);
  }
}
