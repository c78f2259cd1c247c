package io.github.mavenfuzz.it.robustness;

import static io.github.mavenfuzz.it.robustness.Expectation.error;
import static io.github.mavenfuzz.it.robustness.Expectation.finding;
import static io.github.mavenfuzz.it.robustness.Expectation.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.ThrowsOddly;
import io.github.mavenfuzz.it.robustness.Observation.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** Whatever is thrown is one finding, unless the JVM or the target itself has swallowed it. */
final class ThrowsOddlyRows {
  /** What a terminal or a reader of lines would act upon; tabs and line feeds are the fuzzer's. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f&&[^\n\t]]");

  /** No character of the target's reaches the terminal as it is. */
  static final Expectation.Check PLAIN_OUTPUT =
      run ->
          assertThat(CONTROL.matcher(run.observation().output()).results().count())
              .as("control characters")
              .isZero();

  static final List<Row> ALL =
      List.of(
          exception("null-message", ThrowsOddly.NullMessage.class, "IllegalStateException"),
          exception("huge-message", ThrowsOddly.HugeMessage.class, "xxxx")
              .workerJvm("-Xmx600m")
              .flags("-timeout=20", "-runs=5000"),
          Row.of(
              "control-characters",
              ThrowsOddly.ControlCharacters.class,
              finding(Kind.EXCEPTION, "IllegalStateException").and(", plain", PLAIN_OUTPUT)),
          exception("message-throws", ThrowsOddly.MessageThrows.class, "Shy"),
          exception("cyclic-cause", ThrowsOddly.CyclicCause.class, "first"),
          exception("null-stack", ThrowsOddly.NullStack.class, "Stackless"),
          exception("empty-stack", ThrowsOddly.EmptyStack.class, "Stackless"),
          exception("thread-death", ThrowsOddly.Death.class, "ThreadDeath"),
          exception("foreign-class", ThrowsOddly.ForeignClass.class, "ForeignClass$Unknown"),
          exception("static-initialiser", ThrowsOddly.StaticInitialiser.class, "broken"),
          Row.of(
              "targets-static-initialiser",
              ThrowsOddly.TargetsStaticInitialiser.class,
              error("static initialiser")),
          exception("constructor", ThrowsOddly.ConstructorOfAnother.class, "Fragile"),
          Row.of("targets-constructor", ThrowsOddly.TargetsConstructor.class, error("constructor")),
          exception("other-thread", ThrowsOddly.OtherThread.class, "OtherThread.fail"),
          exception("executor-execute", ThrowsOddly.ExecutorExecute.class, "ExecutorExecute.fail"),
          Row.of("executor-submit", ThrowsOddly.ExecutorSubmit.class, nothing()),
          Row.of("finaliser", ThrowsOddly.Finaliser.class, nothing()).flags("-runs=5000"),
          Row.of("cleaner", ThrowsOddly.InCleaner.class, nothing()).flags("-runs=5000"));

  private ThrowsOddlyRows() {}

  private static Row exception(String name, Class<?> target, String part) {
    return Row.of(name, target, finding(Kind.EXCEPTION, part));
  }
}
