package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class ReplayTestEngineTest {
  private static final String FIXTURES = ReplayFixtures.class.getName() + '$';
  private static final UniqueId STATIC =
      UniqueId.forEngine(ReplayTestEngine.ID).append("class", FIXTURES + "Static");
  private static final UniqueId VALUES = STATIC.append("method", "values(int, java.lang.String)");

  @Test
  void runsAStaticTargetOnceWithEachFileOrTheEmptyInput() {
    assertThat(outcomes(run(ReplayFixtures.Static.class).testEvents()))
        .containsExactly(
            "crash-01: [1, one]",
            "malformed: the input file malformed is malformed: value 1 of 2 is a string, but"
                + " parameter 1 is an int",
            "seed [2] 50%.json: [2, zwölf]",
            "empty input: [0, \0]");
  }

  @Test
  void runsAPrivateTargetOnAnInstanceOfItsOwnEachTime() {
    assertThat(outcomes(run(ReplayFixtures.Instance.class).testEvents()))
        .containsExactly("first: a1", "second: b1");
  }

  @Test
  void runsWhatJupiterDoesNot() {
    assertThat(targets(run(ReplayFixtures.Mixed.class)))
        .containsExactly("hidden", "hiddenOfClass", "ofClass", "returning");
    assertThat(targets(runWithJupiter(ReplayFixtures.Mixed.class)))
        .containsExactlyInAnyOrder("instance", "noTarget", "publicInstance");

    assertThat(targets(run(ReplayFixtures.privateClass()))).containsExactly("instance");
    assertThat(targets(runWithJupiter(ReplayFixtures.privateClass()))).isEmpty();
  }

  @Test
  void runsAllTargetsWithoutJupitersEngine() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(
        new HidingLoader(before, "org.junit.jupiter.engine.JupiterTestEngine"));
    try {
      assertThat(targets(run(ReplayFixtures.Mixed.class)))
          .containsExactly(
              "hidden", "hiddenOfClass", "instance", "ofClass", "publicInstance", "returning");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {ReplayFixtures.OnlyJupiters.class, ReplayTestEngineTest.class})
  void showsNothingOfAClassWithoutItsTargets(Class<?> type) {
    assertThat(discovered(selectClass(type))).isEmpty();
  }

  @Test
  void passesOverAClassWhoseMethodsCannotBeLoaded() throws Exception {
    ClassLoader loader =
        new HidingLoader(getClass().getClassLoader(), FIXTURES + "Missing", FIXTURES + "Dangling");
    Class<?> dangling = loader.loadClass(FIXTURES + "Dangling");

    assertThat(discovered(selectClass(dangling))).isEmpty();
    assertThat(discovered(selectClass(ReplayFixtures.Dangling.class))).isNotEmpty();
  }

  @Test
  void failsTargetsThatCannotBeOnesWithASentence() {
    assertThat(failedContainers(run(ReplayFixtures.Unsupported.class)))
        .satisfiesExactly(
            list ->
                assertThat(list)
                    .startsWith(
                        "list(List): parameter \"list\" of "
                            + FIXTURES
                            + "Unsupported#list is a java.util.List<java.lang.Thread>, but the"
                            + " fuzzer cannot make the java.lang.Thread; these types work: "),
            nothing ->
                assertThat(nothing)
                    .startsWith(
                        "nothing(): "
                            + FIXTURES
                            + "Unsupported#nothing takes no parameter that a fuzzer could vary;"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WithoutConstructor | has no constructor without parameters; add one, or make the method static
          Inner              | is an inner class; make that class static, or annotate it with JUnit's @Nested
          """)
  void failsTargetsWithoutAnInstance(String type, String reason) {
    assertThat(failedContainers(run(selectClass(FIXTURES + type))))
        .containsExactly(
            "hidden(int): %1$s%2$s#hidden cannot be called, because %1$s%2$s %3$s"
                .formatted(FIXTURES, type, reason));
  }

  @Test
  void needsNoInstanceForStaticTargets() {
    assertThat(outcomes(run(ReplayFixtures.WithoutConstructor.class).testEvents()))
        .containsExactly("empty input: passed");
  }

  @Test
  void runsATargetOfJazzersDriverWithOurFilesAndJazzersPreparedOnce() {
    assertThat(outcomes(run(ReplayFixtures.Named.class).testEvents()))
        .containsExactly(
            "NamedInputs/all: prepared, shared",
            "NamedInputs/fuzzerTestOneInput/deep/2: prepared, theirs",
            "crash-1: prepared, ours");
    assertThat(outcomes(run(ReplayFixtures.Provided.class).testEvents()))
        .containsExactly("crash-1: text");
  }

  @Test
  void skipsAnInputThatTheTargetDoesNotTake() {
    Events tests = run(Fixtures.Ranges.class).testEvents();

    assertThat(outcomes(tests)).containsExactly("b: Range[from=1, to=2]");
    assertThat(tests.skipped().map(ReplayTestEngineTest::skipped))
        .singleElement()
        .asString()
        .startsWith("a: the input a is none that the target takes, because the constructor of");
  }

  @Test
  void runsATargetOfJazzersAnnotationWithOurFilesOnly() {
    assertThat(outcomes(run(ReplayFixtures.OfJazzer.class).testEvents()))
        .containsExactly("crash-1: 5");
  }

  @Test
  void callsAroundARunWhatTheFuzzerCallsAroundIt() {
    assertThat(outcomes(run(ReplayFixtures.PreparedByJupitersMethods.class).testEvents()))
        .containsExactly("crash-1: prepared 5");
  }

  @Test
  void skipsWhatOnlyJupiterCouldPrepare() {
    Events tests = run(ReplayFixtures.FilledByJupiter.class).testEvents();

    assertThat(outcomes(tests)).isEmpty();
    assertThat(tests.skipped().map(ReplayTestEngineTest::skipped))
        .containsExactly(
            "crash-1: the goal fuzz:replay runs this, as only JUnit Jupiter can do what the"
                + " target wants: @TempDir directory");
  }

  @ParameterizedTest
  @ValueSource(classes = {ReplayFixtures.WithoutFiles.class, ReplayFixtures.NearMiss.class})
  void hasNoTestsForTargetsOfJazzerWithoutFiles(Class<?> type) {
    assertThat(discovered(selectClass(type))).isEmpty();
  }

  @Test
  void runsNoInputOfATargetThatCannotBePrepared() {
    EngineExecutionResults results = run(ReplayFixtures.Unprepared.class);

    assertThat(outcomes(results.testEvents())).isEmpty();
    assertThat(failedContainers(results))
        .containsExactly("fuzzerTestOneInput(byte[]): fuzzerInitialize threw an exception");
  }

  @Test
  void failsTheTestWhenTheConstructorFails() {
    assertThat(outcomes(run(ReplayFixtures.FailingConstructor.class).testEvents()))
        .containsExactly("empty input: no instance today");
  }

  @Test
  void abortsOnAnAssumption() {
    run(ReplayFixtures.Assuming.class).testEvents().assertStatistics(s -> s.aborted(1).failed(0));
  }

  @Test
  void namesTheInputInTheFailure() {
    assertThat(
            run(ReplayFixtures.Static.class)
                .testEvents()
                .failed()
                .map(ReplayTestEngineTest::thrown)
                .flatMap(thrown -> Stream.of(thrown.orElseThrow().getSuppressed()))
                .map(Throwable::getMessage))
        .containsExactly(
            "fuzz/" + FIXTURES + "Static/values/crash-01",
            "fuzz/" + FIXTURES + "Static/values/seed [2] 50%.json",
            "empty and zero values, as there is no file in fuzz/" + FIXTURES + "Static/zero/");
  }

  @Test
  void givesReportsTheClassTheMethodAndTheFile() {
    List<TestDescriptor> found = discovered(selectUniqueId(VALUES.append("input", "crash-01")));

    assertThat(found)
        .extracting(TestDescriptor::getLegacyReportingName)
        .containsExactly(
            FIXTURES + "Static", "values(int, String)", "values(int, String)[crash-01]");
    assertThat(found)
        .extracting(TestDescriptor::getDisplayName)
        .containsExactly("ReplayFixtures$Static", "values(int, String)", "crash-01");
    assertThat(found)
        .extracting(descriptor -> descriptor.getSource().orElseThrow())
        .containsExactly(
            ClassSource.from(ReplayFixtures.Static.class),
            MethodSource.from(FIXTURES + "Static", "values", "int, java.lang.String"),
            MethodSource.from(FIXTURES + "Static", "values", "int, java.lang.String"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          values  | int, java.lang.String | crash-01, malformed, seed [2] 50%.json
          zero    | byte[], char          | empty input
          noTarget| int                   |
          none    | int                   |
          """)
  void findsAMethod(String name, String parameters, String inputs) {
    assertThat(tests(selectMethod(FIXTURES + "Static", name, parameters)))
        .isEqualTo(Optional.ofNullable(inputs).orElse(""));
  }

  @Test
  void findsWhatAUniqueIdNames() {
    assertThat(tests(selectUniqueId(STATIC)))
        .isEqualTo("crash-01, malformed, seed [2] 50%.json, empty input");
    assertThat(tests(selectUniqueId(VALUES))).isEqualTo("crash-01, malformed, seed [2] 50%.json");
    assertThat(tests(selectUniqueId(VALUES.append("input", "seed [2] 50%.json"))))
        .isEqualTo("seed [2] 50%.json");
  }

  @Test
  void findsNothingForAUniqueIdOfWhatIsGone() {
    UniqueId engine = UniqueId.forEngine(ReplayTestEngine.ID);
    for (UniqueId id :
        List.of(
            engine.append("class", "com.example.Gone"),
            engine.append("method", "values(int, java.lang.String)"),
            STATIC.append("method", "gone()"),
            STATIC.append("input", "crash-01"),
            VALUES.append("input", "gone"),
            VALUES.append("other", "crash-01"))) {
      assertThat(tests(selectUniqueId(id))).as(id.toString()).isEmpty();
    }
  }

  @Test
  void runsOnceWhatSeveralSelectorsName() {
    assertThat(
            tests(
                selectUniqueId(VALUES.append("input", "malformed")),
                selectMethod(FIXTURES + "Static", "values", "int, java.lang.String"),
                selectClass(ReplayFixtures.Static.class)))
        .isEqualTo("malformed, crash-01, seed [2] 50%.json, empty input");
  }

  @Test
  void looksInPackagesForClassesOfTheWantedNames() {
    assertThat(
            targets(
                EngineTestKit.engine(ReplayTestEngine.ID)
                    .selectors(selectPackage(ReplayFixtures.class.getPackageName()))
                    .filters(includeClassNamePatterns(".*ReplayFixtures\\$(Mixed|OnlyJupiters)"))
                    .execute()))
        .containsExactly("hidden", "hiddenOfClass", "ofClass", "returning");
  }

  @Test
  void leavesOutAClassOfAnUnwantedName() {
    assertThat(
            targets(
                EngineTestKit.engine(ReplayTestEngine.ID)
                    .selectors(selectClass(ReplayFixtures.Mixed.class))
                    .filters(includeClassNamePatterns(".*Static"))
                    .execute()))
        .isEmpty();
  }

  @Test
  void honoursDisabled() {
    EngineExecutionResults results = run(ReplayFixtures.Annotated.class);

    assertThat(results.allEvents().skipped().map(ReplayTestEngineTest::skipped))
        .containsExactly(
            "disabled(int): until next week",
            "disabledWithoutReason(int): static void "
                + FIXTURES
                + "Annotated.disabledWithoutReason(int) is @Disabled");
    assertThat(targets(results)).containsExactly("tagged");
    assertThat(targets(run(ReplayFixtures.DisabledClass.class))).isEmpty();
  }

  @Test
  void carriesTagsDownToTheTests() {
    assertThat(discovered(selectMethod(ReplayFixtures.Annotated.class, "tagged", int.class)))
        .last()
        .extracting(TestDescriptor::getTags)
        .isEqualTo(Set.of(TestTag.create("slow"), TestTag.create("deep")));
  }

  private static EngineExecutionResults run(Class<?> fixture) {
    return run(selectClass(fixture));
  }

  private static EngineExecutionResults run(DiscoverySelector selector) {
    return EngineTestKit.engine(ReplayTestEngine.ID).selectors(selector).execute();
  }

  private static EngineExecutionResults runWithJupiter(Class<?> fixture) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(fixture)).execute();
  }

  /** Everything that is found, parents before their children, without the engine. */
  private static List<TestDescriptor> discovered(DiscoverySelector... selectors) {
    return EngineTestKit.engine(ReplayTestEngine.ID)
        .selectors(selectors)
        .discover()
        .getEngineDescriptor()
        .getDescendants()
        .stream()
        .map(TestDescriptor.class::cast)
        .toList();
  }

  private static String tests(DiscoverySelector... selectors) {
    return discovered(selectors).stream()
        .filter(TestDescriptor::isTest)
        .map(TestDescriptor::getDisplayName)
        .collect(Collectors.joining(", "));
  }

  /** The methods whose tests ran, each test once. */
  private static List<String> targets(EngineExecutionResults results) {
    return results
        .testEvents()
        .finished()
        .map(e -> (MethodSource) e.getTestDescriptor().getSource().orElseThrow())
        .map(MethodSource::getMethodName)
        .toList();
  }

  /** The display name and the outcome of each test, in the order in which they ran. */
  private static List<String> outcomes(Events events) {
    return events
        .finished()
        .map(e -> named(e, thrown(e).map(Throwable::getMessage).orElse("passed")))
        .toList();
  }

  private static List<String> failedContainers(EngineExecutionResults results) {
    return outcomes(results.containerEvents()).stream()
        .filter(outcome -> !outcome.endsWith(": passed"))
        .toList();
  }

  private static String skipped(Event event) {
    return named(event, event.getRequiredPayload(String.class));
  }

  private static String named(Event event, String outcome) {
    return event.getTestDescriptor().getDisplayName() + ": " + outcome;
  }

  private static Optional<Throwable> thrown(Event finished) {
    return finished.getRequiredPayload(TestExecutionResult.class).getThrowable();
  }

  /** Loads one class itself and does not find another. */
  private static final class HidingLoader extends ClassLoader {
    private final String hidden;
    private final String own;

    HidingLoader(ClassLoader parent, String hidden, String own) {
      super(parent);
      this.hidden = hidden;
      this.own = own;
    }

    HidingLoader(ClassLoader parent, String hidden) {
      this(parent, hidden, null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(hidden)) {
        throw new ClassNotFoundException(name);
      }
      return name.equals(own) ? define(name) : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
