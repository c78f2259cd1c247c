package io.github.mavenfuzz.it.robustness;

import static io.github.mavenfuzz.it.robustness.Expectation.flaky;
import static io.github.mavenfuzz.it.robustness.Expectation.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.DoesNotRepeat;
import java.util.List;

/** What no input does by itself is no input's fault. */
final class DoesNotRepeatRows {
  static final List<Row> ALL =
      List.of(
          Row.of("one-run-in-fifty", DoesNotRepeat.OneRunInFifty.class, flaky()),
          Row.of("from-the-thousandth-on", DoesNotRepeat.FromTheThousandthOn.class, flaky()),
          Row.of("state-in-statics", DoesNotRepeat.StateInStatics.class, flaky())
              .flags("-runs=5000"),
          Row.of(
              "unstable-coverage",
              DoesNotRepeat.UnstableCoverage.class,
              nothing()
                  .withoutTrigger()
                  .and(
                      ", small corpus",
                      run ->
                          assertThat(Sandbox.files(run.sandbox().corpus(), ""))
                              .as("corpus")
                              .hasSizeLessThan(200))));

  private DoesNotRepeatRows() {}
}
