package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class FuzzTestExtensionTest {

  @Test
  void runsOnceWithEachVisibleFileInTheOrderOfTheirNames() {
    assertThat(outcomes(run(Fixtures.Raw.class).testEvents()))
        .containsExactly("crash-ab12: a\u00ffb", "nothing: ", "plain text.txt: second");
  }

  @Test
  void passesTheValuesOfAFileInTheirTypes() {
    assertThat(outcomes(run(Fixtures.Typed.class).testEvents()))
        .containsExactly("seed-1: [values, 42, größer, true]", "seed-2: [values, -1, , false]");
  }

  @Test
  void passesBytesInTheFaceThatTheTargetTakes() {
    assertThat(outcomes(run(Fixtures.Faces.class).testEvents()))
        .containsExactlyInAnyOrder(
            "seed: [ab, java.nio.HeapByteBuffer[pos=0 lim=2 cap=2]]", "seed: provided");
  }

  @Test
  void skipsAnInputThatTheTargetDoesNotTake() {
    Events tests = run(Fixtures.Ranges.class).testEvents();

    assertThat(outcomes(tests)).containsExactly("b: Range[from=1, to=2] of [x]");
    assertThat(tests.skipped().map(e -> e.getRequiredPayload(String.class)))
        .containsExactly(
            "the input a is none that the target takes, because the constructor of"
                + " io.github.mavenfuzz.junit.Fixtures$Range refuses it:"
                + " java.lang.IllegalArgumentException: from > to");
  }

  @Test
  void runsWithTheEmptyInputWhenThereIsNoFile() {
    assertThat(outcomes(run(Fixtures.WithoutFiles.class).testEvents()))
        .containsExactly("empty input: [0, , \0, 0.0]");
  }

  @Test
  void namesTheInputInTheFailure() {
    assertThat(
            run(Fixtures.Typed.class)
                .testEvents()
                .failed()
                .map(e -> e.getRequiredPayload(TestExecutionResult.class).getThrowable())
                .flatMap(thrown -> Stream.of(thrown.orElseThrow().getSuppressed()))
                .map(Throwable::getMessage))
        .containsExactly(
            "fuzz/io.github.mavenfuzz.junit.Fixtures$Typed/values/seed-1",
            "fuzz/io.github.mavenfuzz.junit.Fixtures$Typed/values/seed-2");
  }

  @Test
  void failsOnAMalformedFileAndGoesOn() {
    assertThat(outcomes(run(Fixtures.WithMalformedFile.class).testEvents()))
        .containsExactly(
            "a-good: passed",
            "b-malformed: the input file b-malformed is malformed: value 2 of 2 is a string, but"
                + " parameter 2 is an int",
            "crash-01: negative");
  }

  @Test
  void failsATargetThatCannotBeOneWithTheSentenceOfTheFinder() {
    EngineExecutionResults results = run(Fixtures.Unsupported.class);

    assertThat(outcomes(results.testEvents())).containsExactly("stillRuns(): passed");
    assertThat(results.containerEvents().failed().stream().map(FuzzTestExtensionTest::outcome))
        .satisfiesExactlyInAnyOrder(
            map ->
                assertThat(map)
                    .startsWith(
                        "parameter \"map\" of io.github.mavenfuzz.junit.Fixtures$Unsupported#map is"
                            + " a java.util.Map<java.lang.String, java.lang.Thread>, but the fuzzer"
                            + " cannot make the java.lang.Thread; these types work: "),
            nothing ->
                assertThat(nothing)
                    .startsWith(
                        "io.github.mavenfuzz.junit.Fixtures$Unsupported#nothing takes no parameter"
                            + " that a fuzzer could vary;"));
  }

  @Test
  void runsAnInheritedTargetWithTheFilesOfTheClassThatRuns() {
    assertThat(outcomes(run(Fixtures.Base.class).testEvents()))
        .containsExactly("seed: Base got base");
    assertThat(outcomes(run(Fixtures.Sub.class).testEvents())).containsExactly("seed: Sub got sub");
  }

  private static EngineExecutionResults run(Class<?> fixture) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(fixture)).execute();
  }

  /** The display name and the outcome of each test, in the order in which they ran. */
  private static List<String> outcomes(Events tests) {
    return tests
        .finished()
        .map(e -> e.getTestDescriptor().getDisplayName() + ": " + outcome(e))
        .toList();
  }

  private static String outcome(Event finished) {
    return finished
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .flatMap(e -> Optional.ofNullable(e.getMessage()))
        .orElse("passed");
  }
}
