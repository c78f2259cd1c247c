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

  static final List<Row> ALL =
      List.of(
          Row.of("exit-0", EndsTheProcess.ExitZero.class, finding(Kind.EXIT, "exit code 0")),
          Row.of("exit-3", EndsTheProcess.ExitThree.class, finding(Kind.EXIT, "exit code 3")),
          Row.of("halt", EndsTheProcess.Halt.class, finding(Kind.EXIT, "exit code 5")),
          Row.of(
              "exit-in-library",
              EndsTheProcess.ExitInLibrary.class,
              finding(Kind.EXIT, "exit code 1", "Library.complain")),
          Row.of(
              "sigsegv",
              EndsTheProcess.Segv.class,
              finding(Kind.SIGNAL, "SIGSEGV").and(", crash log", CRASH_LOG)),
          // Of this one a JVM writes no crash log.
          Row.of("abort", EndsTheProcess.Abort.class, finding(Kind.SIGNAL, "SIGABRT")),
          Row.of("sigkill", EndsTheProcess.Kill.class, suspect()),
          Row.of("sigterm", EndsTheProcess.Terminate.class, suspect()),
          Row.of("sigstop", EndsTheProcess.Stop.class, finding(Kind.HANG)).seconds(20));

  private EndsTheProcessRows() {}
}
