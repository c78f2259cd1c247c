package io.github.mavenfuzz.it.robustness;

import static io.github.mavenfuzz.it.robustness.Expectation.flakyAtMost;
import static io.github.mavenfuzz.it.robustness.Expectation.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.DoesNotRepeat;
import java.util.List;

/** What no input does by itself is no input's fault. */
final class DoesNotRepeatRows {
  static final List<Row> ALL =
      List.of(
          Row.of("one-run-in-fifty", DoesNotRepeat.OneRunInFifty.class, flakyAtMost(1)),
          Row.of("from-the-thousandth-on", DoesNotRepeat.FromTheThousandthOn.class, flakyAtMost(1)),
          Row.of("state-in-statics", DoesNotRepeat.StateInStatics.class, flakyAtMost(1))
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
