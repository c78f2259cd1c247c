package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.target.TargetFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Targets that a class inherits, or that are nested in it, as both engines replay them. */
class InheritedReplayTest {
  private static final String JUPITER = "junit-jupiter";

  @Test
  void eachSubclassRunsThemWithTheTypesThatItSaysAndFilesOfItsOwn() {
    assertThat(outcomes(JUPITER, InheritanceFixtures.OfText.class))
        .containsExactly("seed: OfText got text", "seed: OfText has inner text");
    assertThat(outcomes(JUPITER, InheritanceFixtures.OfNumber.class))
        .containsExactly("empty input: OfNumber got 0", "empty input: OfNumber has 0");
  }

  @Test
  void ourEngineRunsThoseThatJupiterDoesNot() {
    assertThat(outcomes(ReplayTestEngine.ID, InheritanceFixtures.OfText.class))
        .containsExactly("seed: OfText got hidden text");
    assertThat(outcomes(ReplayTestEngine.ID, InheritanceFixtures.OfNumber.class))
        .containsExactly("empty input: OfNumber got hidden 0");
    assertThat(outcomes(ReplayTestEngine.ID, InheritanceFixtures.Contract.class)).isEmpty();
  }

  @Test
  void anAnnotationOfOnesOwnOnADefaultMethodMakesOne() {
    assertThat(outcomes(JUPITER, InheritanceFixtures.Implementation.class))
        .containsExactly("empty input: Implementation got 0");
    assertThat(outcomes(ReplayTestEngine.ID, InheritanceFixtures.Implementation.class)).isEmpty();
  }

  @Test
  void nestedOnesRunOnceInTheInstanceAroundThem() {
    assertThat(outcomes(JUPITER, InheritanceFixtures.Around.class))
        .containsExactly("empty input: around 0");
    assertThat(outcomes(ReplayTestEngine.ID, InheritanceFixtures.Around.class))
        .containsExactly("empty input: around 0");
    assertThat(outcomes(ReplayTestEngine.ID, InheritanceFixtures.Around.Inner.class))
        .containsExactly("empty input: around 0");
  }

  /** Else a file that the fuzzer writes would be replayed by no test, or by another. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        InheritanceFixtures.OfText.class,
        InheritanceFixtures.OfNumber.class,
        InheritanceFixtures.Implementation.class,
        InheritanceFixtures.Around.class
      })
  void theFuzzerHasTheSameTargets(Class<?> type) throws Exception {
    Path classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> found =
        TargetFinder.scan(List.of(classes), List.of()).targets().stream()
            .filter(t -> t.className().startsWith(type.getName()))
            .map(FuzzTarget::id)
            .map(id -> id.substring(id.indexOf('#') + 1))
            .sorted()
            .toList();
    List<String> ran = new ArrayList<>(methods(JUPITER, type));
    ran.addAll(methods(ReplayTestEngine.ID, type));

    assertThat(ran).containsExactlyInAnyOrderElementsOf(found);
  }

  private static List<String> methods(String engine, Class<?> type) {
    return finished(engine, type)
        .map(e -> e.getTestDescriptor().getParent().orElseThrow().getDisplayName())
        .map(name -> name.substring(0, name.indexOf('(')))
        .toList();
  }

  private static List<String> outcomes(String engine, Class<?> type) {
    return finished(engine, type)
        .map(e -> e.getTestDescriptor().getDisplayName() + ": " + message(e))
        .sorted()
        .toList();
  }

  private static Stream<Event> finished(String engine, Class<?> type) {
    return EngineTestKit.engine(engine)
        .selectors(selectClass(type))
        .execute()
        .testEvents()
        .finished()
        .stream();
  }

  private static String message(Event finished) {
    return finished
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::getMessage)
        .orElse("passed");
  }
}
