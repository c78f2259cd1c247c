package io.github.mavenfuzz.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Typed;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.target.LoadedTarget;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs, in real worker JVMs, of targets as their class files describe them. */
@Timeout(value = 3, unit = MINUTES)
class TypedRunTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          findsABugDeepInside | lost
          takesTrees          | deep
          meetsNull           | null
          readsBytes          | read
          """)
  void findsBugsBehindArgumentsWithParts(String method, String message) throws Exception {
    TargetResult result = run(method, 500_000);

    assertThat(result.error()).isNull();
    assertThat(result.findings()).extracting(f -> f.failure().message()).containsExactly(message);
  }

  @Test
  void keepsTheSmallestValuesAsReadableJson() throws Exception {
    Finding finding = run("findsABugDeepInside", 500_000).findings().get(0);

    assertThat(finding.crasher())
        .content()
        .contains("\"status\": \"SHIPPED\"", "\"count\": 7", "\"article\": \"\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"takesValidRangesOnly", "neverMeetsNull"})
  void runsTheTargetWithNothingThatItDoesNotTake(String method) throws Exception {
    TargetResult result = run(method, 30_000);

    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
    assertThat(result.statistics().runs()).isEqualTo(30_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"takesEveryDigit", "takesMostDigits"})
  void givesASetAsManyDifferentElementsAsItMustHave(String method) throws Exception {
    TargetResult result = run(method, 200_000);

    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
    assertThat(result.statistics().runs()).isEqualTo(200_000);
  }

  @Test
  void warnsOfATargetThatHardlyAnyRunReaches() throws Exception {
    TestRuns runs = new TestRuns(directory).executions(1000);

    TargetResult result = runs.run(target("isNeverReached"));

    assertThat(result.error()).isNull();
    assertThat(result.statistics().refusedRuns()).isEqualTo(1000);
    assertThat(runs.warnings())
        .contains(
            "1000 of 1000 runs of com.example.targets.Typed#isNeverReached did not reach the"
                + " target, because a record that it takes refused its values (the constructor of"
                + " com.example.targets.Typed$Unmakeable refuses it:"
                + " java.lang.IllegalArgumentException: never 1); loosen the constructor, or let"
                + " the target take what the record consists of.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"from": 1, "to": 2} |
          {"from": 2, "to": 1} | It did not reach the target: the constructor of com.example.targets.Typed$Range refuses it: java.lang.IllegalArgumentException: from > to.
          """)
  void saysWhyASingleInputDoesNotReachTheTarget(String range, String note) throws Exception {
    FuzzTarget target = target("takesValidRangesOnly");
    byte[] input = "[%s, []]".formatted(range).getBytes(UTF_8);
    try (InputRunner runner = new InputRunner(target, new TestRuns(directory).setup())) {
      InputRunner.Outcome outcome = runner.run(CorpusEntry.inMemory(input));

      assertThat(outcome.failure()).isNull();
      assertThat(outcome.note()).isEqualTo(note);
    }
  }

  @Test
  void saysWhichLibraryATargetOfJazzersLacks() throws Exception {
    TestRuns runs = new TestRuns(directory).withoutJazzerApi();

    assertThat(runs.run(target("readsBytes")).error())
        .isEqualTo(
            "com.example.targets.Typed#readsBytes cannot be run, jazzer-api is not on the class"
                + " path; add com.code-intelligence:jazzer-api to it (a dependency in the scope"
                + " test, or an element of --cp).");
  }

  private TargetResult run(String methodName, long executions) throws Exception {
    return new TestRuns(directory).executions(executions).maxFindings(1).run(target(methodName));
  }

  private static FuzzTarget target(String methodName) {
    Method method =
        Arrays.stream(Typed.class.getDeclaredMethods())
            .filter(m -> m.getName().equals(methodName))
            .findFirst()
            .orElseThrow();
    return LoadedTarget.of(List.of(Typed.class), method);
  }
}
