package io.github.mavenfuzz.it.robustness;

import static io.github.mavenfuzz.it.robustness.Expectation.finding;
import static io.github.mavenfuzz.it.robustness.Expectation.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.Meddles;
import com.example.hostile.Trigger;
import io.github.mavenfuzz.it.robustness.Observation.Found;
import io.github.mavenfuzz.it.robustness.Observation.Kind;
import java.nio.file.Files;
import java.util.List;

/** What a target changes in its JVM neither breaks the run nor hides a failure. */
final class MeddlesRows {
  /** Whether the input that starts the thread is found, or none, is a matter of time. */
  private static final Expectation BLAMES_NO_OTHER =
      new Expectation(
          "flaky, or the right crasher",
          List.of(0, 77),
          true,
          true,
          run -> {
            for (Found found : run.observation().findings()) {
              byte[] crasher = Files.readAllBytes(run.sandbox().root().resolve(found.file()));
              assertThat(Trigger.isTrigger(crasher)).as(found.file()).isTrue();
            }
          });

  static final List<Row> ALL =
      List.of(
          exception("changes-its-input", Meddles.ChangesItsInput.class, "ChangesItsInput"),
          Row.of("interrupts-itself", Meddles.InterruptsItself.class, nothing()),
          exception("output-is-null", Meddles.OutputIsNull.class, "without output"),
          exception("output-is-closed", Meddles.OutputIsClosed.class, "output is closed"),
          Row.of("much-output", Meddles.MuchOutput.class, nothing()).flags("-timeout=20"),
          Row.of(
              "terminal-escapes",
              Meddles.TerminalEscapes.class,
              finding(Kind.EXCEPTION, "after some escapes")
                  .and(", plain", ThrowsOddlyRows.PLAIN_OUTPUT)),
          // Who sets a handler handles what its threads throw, in that run.
          Row.of("uncaught-exception-handler", Meddles.UncaughtExceptionHandler.class, nothing()),
          Row.of("endless-hook", Meddles.EndlessHook.class, nothing()),
          Row.of(
                  "endless-hook-and-exit",
                  Meddles.EndlessHookAndExit.class,
                  finding(Kind.EXIT, "exit code 4"))
              .flags("-runs=5000"),
          exception("other-defaults", Meddles.Defaults.class, "with other defaults"),
          Row.of("deletes-temp", Meddles.DeletesTemp.class, nothing()),
          Row.of(
                  "deletes-temp-and-exits",
                  Meddles.DeletesTempAndExits.class,
                  finding(Kind.EXIT, "exit code 6"))
              .flags("-runs=5000"),
          Row.of("child-processes", Meddles.ChildProcesses.class, nothing()),
          Row.of(
                  "child-processes-and-halt",
                  Meddles.ChildProcessesAndExit.class,
                  finding(Kind.EXIT, "exit code 9"))
              .flags("-runs=5000"),
          Row.of("threads-go-on", Meddles.ThreadsGoOn.class, nothing()),
          Row.of("thread-fails-later", Meddles.ThreadFailsLater.class, BLAMES_NO_OTHER));

  private MeddlesRows() {}

  private static Row exception(String name, Class<?> target, String part) {
    return Row.of(name, target, finding(Kind.EXCEPTION, part));
  }
}
