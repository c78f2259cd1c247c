package io.github.mavenfuzz.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.it.robustness.Observation.Found;
import io.github.mavenfuzz.it.robustness.Observation.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be seen of a run.
 *
 * @param text in a few words
 * @param exitCodes of the command line, any of them
 * @param triggers whether the run is in vain unless the target's trigger was pulled
 * @param goesOn whether many runs follow the first trigger
 * @param check fails when something else is seen
 */
record Expectation(
    String text, List<Integer> exitCodes, boolean triggers, boolean goesOn, Check check) {
  private static final int SUCCESS = 0;
  private static final int ERROR = 1;
  private static final int HANGS = 70;
  private static final int FINDINGS = 77;

  /** Looks at a run that has ended. */
  interface Check {
    /**
     * @throws AssertionError when it is not as it should be
     */
    void check(RowRun run) throws Exception;
  }

  /** Exactly one finding, whose text contains all of these. */
  static Expectation finding(Kind kind, String... parts) {
    return new Expectation(
        kind + Arrays.stream(parts).map(p -> ", " + p).collect(Collectors.joining()),
        List.of(kind == Kind.HANG ? HANGS : FINDINGS),
        true,
        true,
        run -> {
          List<Found> findings = run.observation().findings();
          assertThat(findings).extracting(Found::kind).containsExactly(kind);
          for (String part : parts) {
            assertThat(findings.get(0).text()).contains(part);
          }
          assertThat(run.suspects()).as("suspects").isEmpty();
          assertThat(run.flaky()).as("flaky").isEmpty();
        });
  }

  /** Nothing of whatever kind. */
  static Expectation nothing() {
    return new Expectation(
        "nothing",
        List.of(SUCCESS),
        true,
        true,
        run -> {
          assertThat(run.observation().findings()).isEmpty();
          assertThat(run.suspects()).as("suspects").isEmpty();
          assertThat(run.flaky()).as("flaky").isEmpty();
        });
  }

  /** One flaky input at most for a cause, or as many as there are causes, and no finding. */
  static Expectation flakyAtMost(int most) {
    return new Expectation(
        "flaky at most",
        List.of(SUCCESS),
        false,
        true,
        run -> {
          assertThat(run.observation().findings()).isEmpty();
          assertThat(run.suspects()).as("suspects").isEmpty();
          assertThat(run.flaky()).as("flaky").hasSizeLessThanOrEqualTo(most);
        });
  }

  /** Exactly one flaky input, and no finding. */
  static Expectation flaky() {
    return flakyAtMost(1)
        .and(", and told of", run -> assertThat(run.flaky()).as("flaky").hasSize(1));
  }

  /** Inputs that something outside seems to have ended, and no finding. */
  static Expectation suspect() {
    return new Expectation(
        "suspect",
        List.of(SUCCESS),
        true,
        true,
        run -> {
          assertThat(run.observation().findings()).isEmpty();
          assertThat(run.suspects()).as("suspects").isNotEmpty();
          assertThat(run.flaky()).as("flaky").isEmpty();
        });
  }

  /** A run that ends with a sentence which contains all of these, and with nothing else. */
  static Expectation error(String... parts) {
    return new Expectation(
        "error, " + String.join(", ", parts),
        List.of(ERROR),
        false,
        false,
        run -> {
          assertThat(run.observation().findings()).isEmpty();
          assertThat(run.observation().output())
              .contains(parts)
              .doesNotContain("please report", "\tat io.github.mavenfuzz.");
        });
  }

  /** The same, and this. */
  Expectation and(String more, Check further) {
    return new Expectation(
        text + more,
        exitCodes,
        triggers,
        goesOn,
        run -> {
          check.check(run);
          further.check(run);
        });
  }

  /** The same, of a target that nothing triggers. */
  Expectation withoutTrigger() {
    return new Expectation(text, exitCodes, false, goesOn, check);
  }
}
