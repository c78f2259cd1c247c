package io.github.mavenfuzz.session;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Prepared;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.TargetPlace;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What targets do before the first and after the last run in real worker JVMs. */
@Timeout(value = 3, unit = MINUTES)
class LifecycleTest {
  @TempDir Path directory;

  @Test
  void preparesATargetOnceAndEndsItOnce() throws Exception {
    TestRuns runs = new TestRuns(directory).executions(500).targetArguments("-v", "a b");

    TargetResult result = run(runs, Prepared.ByName.class);

    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
    assertThat(result.statistics().runs()).isEqualTo(500);
    assertThat(runs.warnings()).isEmpty();
    assertThat(calls()).containsExactly("initialized with [-v, a b]", "torn down");
  }

  @Test
  void runsAnInheritedTargetWithTheMethodsOfTheSubclass() throws Exception {
    String subclass = Prepared.Inheriting.class.getName();
    FuzzTarget target =
        new FuzzTarget(
            subclass,
            "fuzzerTestOneInput",
            InputShape.of(LeafKind.BYTES),
            new TargetPlace(
                List.of(subclass), Prepared.FailsInTheEnd.class.getName(), List.of("[B")));

    TargetResult result = new TestRuns(directory).executions(100).run(target);

    assertThat(result.error()).isNull();
    assertThat(result.statistics().runs()).isEqualTo(100);
    assertThat(calls()).containsExactly("subclass initialized", "subclass torn down");
  }

  @Test
  void endsATargetAtTheEndOfItsTime() throws Exception {
    run(new TestRuns(directory).duration(Duration.ofMillis(300)), Prepared.ByName.class);

    assertThat(calls()).containsExactly("initialized with []", "torn down");
  }

  @Test
  void preparesEachNewJvmAndLeavesOutTheEndOfOneThatDied() throws Exception {
    TargetResult result = run(new TestRuns(directory).executions(500), Prepared.Dying.class);

    assertThat(result.error()).isNull();
    List<String> dead = List.of("initialized");
    List<String> confirming = List.of("initialized", "torn down");
    List<String> fuzzing = List.of("initialized", "torn down");
    assertThat(calls())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(dead, confirming, fuzzing).flatMap(List::stream).toList());
  }

  @Test
  void runsShutdownHooksOfAJvmThatIsWell() throws Exception {
    TestRuns runs = new TestRuns(directory).executions(50);

    TargetResult result = run(runs, Prepared.WithHook.class);

    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
    assertThat(runs.warnings()).isEmpty();
    assertThat(calls()).containsExactly("torn down", "hook has run");
  }

  @Test
  void haltsAJvmWhoseShutdownHooksHaveNoEnd() throws Exception {
    TestRuns runs = new TestRuns(directory).executions(50);

    TargetResult result = run(runs, Prepared.WithHangingHook.class);

    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
    assertThat(runs.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w).startsWith("The shutdown hooks of").contains("halted"));
  }

  @Test
  void endsWithAnErrorWhenTheTargetCannotBePrepared() throws Exception {
    TargetResult result = run(new TestRuns(directory), Prepared.Unprepared.class);

    assertThat(result.error())
        .startsWith(
            "com.example.targets.Prepared$Unprepared#fuzzerTestOneInput cannot be run, its"
                + " fuzzerInitialize threw an exception: java.lang.IllegalStateException: no"
                + " grammar")
        .contains("Prepared.java");
    assertThat(result.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FailsInTheEnd | After the last run of %s, fuzzerTearDown threw an exception: java.lang.IllegalStateException: files are left.
          HangsInTheEnd | What %s does after its last run takes too long, so its worker JVM was ended.
          ExitsInTheEnd | What %s does after its last run ended its worker JVM.
          """)
  void warnsOfWhatGoesWrongAfterTheLastRun(String name, String warning) throws Exception {
    TestRuns runs = new TestRuns(directory).executions(100);
    Class<?> type = Class.forName(Prepared.class.getName() + '$' + name);

    TargetResult result = run(runs, type);

    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
    assertThat(runs.warnings())
        .containsExactly(warning.formatted(type.getName() + "#fuzzerTestOneInput"));
  }

  private static TargetResult run(TestRuns runs, Class<?> type) throws Exception {
    return runs.run(TestRuns.target(type, "fuzzerTestOneInput", LeafKind.BYTES));
  }

  private List<String> calls() throws Exception {
    return Files.readAllLines(directory.resolve("calls.log"));
  }
}
