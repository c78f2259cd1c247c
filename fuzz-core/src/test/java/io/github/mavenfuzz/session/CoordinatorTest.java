package io.github.mavenfuzz.session;

import static io.github.mavenfuzz.session.TestRuns.files;
import static io.github.mavenfuzz.session.TestRuns.target;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Deadly;
import com.example.targets.Loadable;
import com.example.targets.Made;
import io.github.mavenfuzz.campaign.CampaignListener;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs in real worker JVMs. */
@Timeout(value = 3, unit = MINUTES)
class CoordinatorTest {
  private static final long SOME = 400;

  @TempDir Path directory;

  @Test
  void coverageLeadsThroughTenBranches() throws Exception {
    TestRuns runs = runs().executions(300_000);

    TargetResult result = runs.run(target("tenBranches", LeafKind.BYTES));

    assertPassed(result);
    assertThat(result.statistics().newEntries()).isGreaterThanOrEqualTo(7);
    assertThat(result.statistics().corpusEntries()).isEqualTo(result.statistics().newEntries() + 1);
    assertThat(files(runs.corpus(target("tenBranches", LeafKind.BYTES))))
        .hasSize(result.statistics().newEntries());
    assertThat(result.statistics().runs()).isEqualTo(300_000);
    assertThat(runs.warnings()).isEmpty();
  }

  /** Runs with a directory of their own. */
  private TestRuns seeded(String name) throws Exception {
    return new TestRuns(Files.createDirectory(directory.resolve(name))).seed(7);
  }

  @Test
  void theSameSeedGivesTheSameCorpus() throws Exception {
    FuzzTarget target = target("tenBranches", LeafKind.BYTES);
    TestRuns one = seeded("one");
    TestRuns two = seeded("two");

    one.executions(50_000).run(target);
    two.executions(50_000).run(target);

    assertThat(files(one.corpus(target))).isNotEmpty().isEqualTo(files(two.corpus(target)));
  }

  @Test
  void theSameSeedGivesTheSameCrashers() throws Exception {
    FuzzTarget target = target("word", LeafKind.STRING);
    TestRuns one = seeded("one");
    TestRuns two = seeded("two");

    one.executions(1_000_000).run(target);
    two.executions(1_000_000).run(target);

    assertThat(files(one.seeds(target))).isNotEmpty().isEqualTo(files(two.seeds(target)));
    assertThat(files(one.corpus(target))).isNotEmpty().isEqualTo(files(two.corpus(target)));
  }

  @Test
  void aSecondRunBeginsWithTheCoverageOfTheFirst() throws Exception {
    FuzzTarget target = target(Deadly.class, "loadsClasses", LeafKind.BYTES, LeafKind.BYTES);
    TargetResult first = runs().executions(50_000).run(target);
    Map<String, String> corpus = files(runs().corpus(target));

    // Just enough to run every entry as it is.
    long warmups = 2L * (corpus.size() + 1);
    TargetResult second = runs().executions(warmups).run(target);

    assertThat(corpus).isNotEmpty();
    assertThat(second.statistics().coveredProbes()).isEqualTo(first.statistics().coveredProbes());
    assertThat(second.statistics().newEntries()).isZero();
    assertThat(files(runs().corpus(target))).isEqualTo(corpus);
  }

  @Test
  void severalWorkersShareTheRunsAndNeverExceedThem() throws Exception {
    TargetResult result =
        runs().workers(2).executions(100_000).run(target("tenBranches", LeafKind.BYTES));

    assertPassed(result);
    assertThat(result.statistics().runs()).isEqualTo(100_000);
  }

  @Test
  void aFailureIsMadeSmallAndKept() throws Exception {
    FuzzTarget target = target("word", LeafKind.STRING);
    TestRuns runs = runs().executions(2_000_000).maxFindings(1);

    Finding finding = onlyFinding(runs.run(target));

    assertThat(finding.failure().exception()).isEqualTo("java.lang.IllegalStateException");
    assertThat(finding.failure().message()).isEqualTo("found in 3 characters");
    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.known()).isFalse();
    assertThat(finding.crasher()).hasContent("bug");
    assertThat(files(runs.seeds(target))).hasSize(1).containsValue("bug");
  }

  @Test
  void typedValuesBecomeSmallToo() throws Exception {
    FuzzTarget target = target("typed", LeafKind.INT, LeafKind.STRING, LeafKind.BOOLEAN);

    TargetResult result = runs().executions(2_000_000).maxFindings(1).run(target);

    assertThat(onlyFinding(result).crasher()).hasContent("[1001, \"0000\", true]\n");
    assertThat(result.statistics().runs()).as("it ended early").isLessThan(2_000_000);
  }

  @Test
  void aSeedThatFailsIsReportedByItsOwnFile() throws Exception {
    FuzzTarget target = target("word", LeafKind.STRING);
    TestRuns runs = runs().executions(100).seed(target, "bug-123.txt", "the old bug");

    Finding finding = onlyFinding(runs.run(target));

    assertThat(finding.known()).isTrue();
    assertThat(finding.crasher()).isEqualTo(runs.seeds(target).resolve("bug-123.txt"));
    assertThat(finding.input()).asString().isEqualTo("the old bug");
    assertThat(files(runs.seeds(target))).hasSize(1);
  }

  @Test
  void inputsOfJazzerAreSeedsToo() throws Exception {
    FuzzTarget target = target(Deadly.class, "hasTwoCauses", LeafKind.BYTES);
    Path crash =
        directory.resolve("resources/com/example/targets/DeadlyInputs/hasTwoCauses/crash-1");
    Files.createDirectories(crash.getParent());
    Files.writeString(crash, "dddd");

    TargetResult result = runs().executions(100).run(target);

    assertThat(result.findings())
        .filteredOn(Finding::known)
        .singleElement()
        .satisfies(finding -> assertThat(finding.crasher()).isEqualTo(crash));
  }

  @Test
  void aSeedThatIsNoInputIsLeftOutWithAWarning() throws Exception {
    FuzzTarget target = target(Deadly.class, "loadsClasses", LeafKind.BYTES, LeafKind.BYTES);
    TestRuns runs = runs().executions(50).seed(target, "broken", "no JSON");

    assertPassed(runs.run(target));

    assertThat(runs.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w).contains("broken").contains("skipped"));
  }

  @Test
  void classesThatAreMadeAnewInEachRunHaveOneNameAndOneSetOfProbes() throws Exception {
    FuzzTarget target = target(Made.class, "runsWhatItHasMade", LeafKind.BYTES);
    TestRuns runs = runs().executions(3_000).seed(target, "seed", "abc");

    TargetResult result = runs.run(target);

    assertThat(result.error()).isNull();
    assertThat(result.findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.failure().signature())
                    .hasToString(
                        "java.lang.IllegalStateException at com.example.targets.Made$Rule*"
                            + ".applyAsInt < com.example.targets.Made.runsWhatItHasMade"));
    assertThat(result.suspects()).isEmpty();
    assertThat(result.statistics().totalProbes()).isLessThan(50);
  }

  @Test
  void oneCauseIsOneFindingHoweverOftenItHappens() throws Exception {
    FuzzTarget target = target(Deadly.class, "hasTwoCauses", LeafKind.BYTES);

    TargetResult result = runs().executions(5000).run(target);

    assertThat(result.findings().stream().map(f -> f.failure().signature()).distinct()).hasSize(2);
    assertThat(result.findings())
        .hasSize(2)
        .allSatisfy(f -> assertThat(f.input()).as("smallest").hasSize(4))
        .allSatisfy(f -> assertThat(f.reproduced()).isTrue());
    assertThat(result.statistics().findings()).isEqualTo(2);
    assertThat(files(runs().seeds(target))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "exits, EXIT, exit code 3, exit-",
    "halts, EXIT, exit code 4, exit-",
    "exitsThoughAHookNeverEnds, EXIT, exit code 3, exit-",
    "crashes, SIGNAL, SIGSEGV, crash-",
    "allocatesTooMuchAtOnce, OUT_OF_MEMORY, java.lang.OutOfMemoryError, oom-",
    "fillsTheHeap, OUT_OF_MEMORY, java.lang.OutOfMemoryError, oom-",
    "recurses, EXCEPTION, java.lang.StackOverflowError, crash-",
    "failsOnAThread, EXCEPTION, java.lang.IllegalStateException, crash-",
  })
  void fuzzingGoesOnAfterEveryKindOfFailure(
      String method, FailureKind kind, String exception, String prefix) throws Exception {
    FuzzTarget target = target(Deadly.class, method, LeafKind.BYTES);

    TargetResult result = runs().executions(SOME).run(target);

    Finding finding = onlyFinding(result);
    assertThat(finding.failure().kind()).isEqualTo(kind);
    assertThat(finding.failure().exception()).isEqualTo(exception);
    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.crasher().getFileName().toString()).startsWith(prefix);
    assertThat(finding.crasher()).hasBinaryContent(finding.input());
    assertThat(finding.input()[0] & 31).as("it is the input that fails").isEqualTo(7);
    assertThat(result.suspects()).isEmpty();
    assertThat(result.statistics().runs()).isGreaterThanOrEqualTo(SOME);
  }

  @Test
  void aCrashOfTheJvmHasAStackAndOneLogHoweverOftenItIsRun() throws Exception {
    FuzzTarget target = target(Deadly.class, "crashes", LeafKind.BYTES);

    Finding finding = onlyFinding(runs().executions(SOME).run(target));

    assertThat(finding.failure().signature())
        .hasToString("SIGSEGV at com.example.targets.Deadly.crashes");
    assertThat(finding.failure().stackTrace())
        .contains("\tat com.example.targets.Deadly.crashes(")
        .doesNotContain("io.github.mavenfuzz");
    assertThat(finding.evidence().crashLog())
        .hasFileName("hs_err_com.example.targets.Deadly_crashes_" + finding.id() + ".log")
        .content()
        .contains("SIGSEGV", "Deadly.crashes");
    assertThat(runs().directories().results().toFile().list((d, name) -> name.startsWith("hs_")))
        .hasSize(1);
  }

  @Test
  void theOutputBeforeAnExitIsPartOfTheFinding() throws Exception {
    FuzzTarget target = target(Deadly.class, "exits", LeafKind.BYTES);

    Finding finding = onlyFinding(runs().executions(SOME).maxFindings(1).run(target));

    assertThat(finding.evidence().output()).contains("about to exit");
    assertThat(finding.failure().stackTrace())
        .startsWith("exit code 3\n")
        .contains("com.example.targets.Deadly.exits");
  }

  @ParameterizedTest
  @CsvSource({"exitsOnAThread, EXIT", "failsLateOnAThread, EXCEPTION"})
  void whatAThreadDoesLongAfterItsRunIsThatRunsFailure(String method, FailureKind kind)
      throws Exception {
    FuzzTarget target = target(Deadly.class, method, LeafKind.BYTES);

    Finding finding = onlyFinding(runs().maxFindings(1).run(target));

    assertThat(finding.failure().kind()).isEqualTo(kind);
    assertThat(finding.failure().stackTrace()).contains("com.example.targets.Deadly.");
    assertThat(finding.input()[0] & 31).as("it is the input that fails").isEqualTo(7);
    assertThat(finding.reproduced()).isTrue();
  }

  @Test
  void ofThreadsThatExitAtTheSameTimeOneIsHeardOut() throws Exception {
    FuzzTarget target = target(Deadly.class, "exitsOnManyThreads", LeafKind.BYTES);

    Finding finding = onlyFinding(runs().executions(SOME).run(target));

    assertThat(finding.failure().signature().toString())
        .startsWith("exit at com.example.targets.Deadly.lambda$exitsOnManyThreads");
    assertThat(finding.reproduced()).isTrue();
  }

  @Test
  void aTargetMayCloseItsOutput() throws Exception {
    FuzzTarget target = target(Deadly.class, "closesItsOutput", LeafKind.BYTES);

    Finding finding = onlyFinding(runs().executions(SOME).run(target));

    assertThat(finding.failure().message()).isEqualTo("without output");
    assertThat(finding.reproduced()).isTrue();
  }

  @Test
  void exitsFromOnePlaceAreOneFindingWhateverTheirCode() throws Exception {
    FuzzTarget target = target(Deadly.class, "haltsWithWhatIsInTheInput", LeafKind.BYTES);

    Finding finding = onlyFinding(runs().executions(SOME).run(target));

    assertThat(finding.failure().signature())
        .hasToString("exit at com.example.targets.Deadly.haltsWithWhatIsInTheInput+1");
    assertThat(finding.failure().exception()).isEqualTo("exit code " + (finding.input()[1] & 0xFF));
    assertThat(finding.reproduced()).isTrue();
  }

  @Test
  void noProcessThatTheTargetStartedOutlivesItsJvm() throws Exception {
    FuzzTarget target = target(Deadly.class, "exitsWithAChild", LeafKind.BYTES);

    onlyFinding(runs().executions(SOME).maxFindings(1).run(target));

    assertThat(processes())
        .isNotEmpty()
        .allSatisfy(pid -> assertThat(ProcessHandle.of(Long.parseLong(pid))).isEmpty());
  }

  @Test
  void anInputThatRanWhenTheJvmWasKilledIsASuspect() throws Exception {
    FuzzTarget target = target(Deadly.class, "isKilled", LeafKind.BYTES);

    TargetResult result = runs().executions(SOME).run(target);

    assertPassed(result);
    assertThat(result.suspects()).isNotEmpty();
    assertThat(result.suspects())
        .allSatisfy(s -> assertThat(s.reason()).contains("SIGKILL"))
        .allSatisfy(s -> assertThat(Files.readAllBytes(s.file())[0] & 31).isEqualTo(7));
    assertThat(files(runs().seeds(target))).isEmpty();
  }

  @Test
  void aHangThatAnInterruptEndsLeavesTheJvmAlive() throws Exception {
    FuzzTarget target = target(Deadly.class, "sleeps", LeafKind.BYTES);

    TargetResult result = runs().timeout(Duration.ofMillis(200)).executions(SOME).run(target);

    Finding finding = onlyFinding(result);
    assertThat(finding.failure().kind()).isEqualTo(FailureKind.HANG);
    assertThat(finding.failure().stackTrace()).contains("com.example.targets.Deadly.sleeps");
    assertThat(finding.crasher().getFileName().toString()).startsWith("timeout-");
    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.input()).as("made smaller").hasSize(2);
    assertThat(processes()).as("the one that fuzzes, and others that ran one input").isNotEmpty();
  }

  @Test
  void aHangThatIgnoresInterruptsCostsTheJvm() throws Exception {
    FuzzTarget target = target(Deadly.class, "spins", LeafKind.BYTES);

    TargetResult result =
        runs().timeout(Duration.ofMillis(200)).executions(SOME).maxFindings(1).run(target);

    Finding finding = onlyFinding(result);
    assertThat(finding.failure().kind()).isEqualTo(FailureKind.HANG);
    assertThat(finding.failure().stackTrace()).contains("com.example.targets.Deadly.spins");
    assertThat(finding.reproduced()).isTrue();
    assertThat(processes()).as("found in one, confirmed in another").hasSizeGreaterThan(1);
  }

  @Test
  void aFailureThatOnlyRunsBeforeItBringAboutIsFlaky() throws Exception {
    FuzzTarget target = target(Deadly.class, "failsFromTheHundredthRunOn", LeafKind.BYTES);

    TargetResult result = runs().executions(SOME).run(target);

    Finding finding = onlyFinding(result);
    assertThat(finding.reproduced()).isFalse();
    assertThat(finding.crasher()).startsWith(directory.resolve("results"));
    assertThat(result.statistics().findings()).isZero();
  }

  @Test
  void aHeapThatManyRunsHaveFilledIsTheTargetsFailure() throws Exception {
    FuzzTarget target = target(Deadly.class, "leaks", LeafKind.BYTES);

    TargetResult result = runs().executions(600).run(target);

    assertThat(onlyFinding(result).failure().kind()).isEqualTo(FailureKind.OUT_OF_MEMORY);
    assertThat(onlyFinding(result).reproduced()).isFalse();
  }

  @Test
  void aTargetThatCannotBeInitialisedIsAnError() throws Exception {
    TargetResult result =
        runs().run(target(Loadable.InitialiserThrows.class, "run", LeafKind.BYTES));

    assertThat(result.error())
        .startsWith(
            "com.example.targets.Loadable$InitialiserThrows#run cannot be run,"
                + " a static initialiser threw an exception:"
                + " java.lang.IllegalStateException: no configuration")
        .contains("Loadable.java");
    assertThat(result.findings()).isEmpty();
    assertThat(result.statistics().runs()).isZero();
  }

  @Test
  void aTargetThatPrintsMuchRunsOnAndTheEndOfItsOutputIsKept() throws Exception {
    FuzzTarget target = target(Deadly.class, "printsMuch", LeafKind.BYTES);

    Finding finding = onlyFinding(runs().executions(SOME).maxFindings(1).run(target));

    assertThat(finding.failure().message()).isEqualTo("after 10 MiB");
    assertThat(finding.evidence().output()).contains("the end").hasSizeLessThanOrEqualTo(16 * 1024);
  }

  @Test
  void aTargetThatChangesItsInputLeavesTheCrasherAlone() throws Exception {
    FuzzTarget target = target(Deadly.class, "changesItsInput", LeafKind.BYTES);

    Finding finding = onlyFinding(runs().executions(100_000).maxFindings(1).run(target));

    assertThat(finding.crasher()).hasContent("!0");
  }

  @Test
  void anInterruptAtAnyTimeDisturbsNothing() throws Exception {
    FuzzTarget target = target(Deadly.class, "isInterruptedAtAnyTime", LeafKind.BYTES);

    TargetResult result = runs().duration(Duration.ofSeconds(2)).run(target);

    assertPassed(result);
    assertThat(result.statistics().runs()).isPositive();
  }

  @Test
  void nothingRemainsOfARunButItsFiles() throws Exception {
    FuzzTarget target = target(Deadly.class, "tellsHowItWasStarted", LeafKind.BYTES);
    List<Long> before = children();

    Finding finding = onlyFinding(runs().workers(2).maxFindings(1).run(target));

    String[] words = finding.failure().message().split(" ");
    Path settings = Path.of(words[words.length - 1]);
    assertThat(settings.getFileName().toString()).startsWith("confirm").endsWith(".settings");
    assertThat(settings.getParent()).as("the private directory").doesNotExist();
    assertThat(ProcessHandle.of(Long.parseLong(words[0])).filter(ProcessHandle::isAlive))
        .as("the worker JVM")
        .isEmpty();
    assertThat(children()).isSubsetOf(before);
    assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
        .noneMatch(name -> name.startsWith("fuzz-worker"));
  }

  @Test
  void anInterruptEndsTheRunAndItsWorkers() throws Exception {
    FuzzTarget target = target("tenBranches", LeafKind.BYTES);
    List<Long> before = children();
    CampaignListener listener = new InterruptsAtProgress(Thread.currentThread());

    TargetResult result = runs().workers(2).duration(Duration.ofDays(1)).run(target, listener);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.statistics().runs()).isPositive();
    assertThat(result.error()).isNull();
    assertThat(result.suspects()).isEmpty();
    assertThat(files(runs().corpus(target))).isNotEmpty();
    assertThat(children()).isSubsetOf(before);
  }

  /** Such as by a signal that comes while a large corpus is read. */
  @Test
  void anInterruptBeforeTheRunEndsItWithoutAnError() throws Exception {
    FuzzTarget target = target("tenBranches", LeafKind.BYTES);
    TestRuns runs = runs().seed(target, "seed", "1");
    Thread.currentThread().interrupt();

    TargetResult result = runs.run(target);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.statistics().runs()).isZero();
    assertThat(result.error()).isNull();
    assertThat(runs.warnings()).isEmpty();
  }

  /** Interrupts the coordinator at the first report of progress. */
  private record InterruptsAtProgress(Thread thread) implements CampaignListener {
    @Override
    public void progress(RunStatistics statistics) {
      thread.interrupt();
    }

    @Override
    public void found(int number, Finding finding) {}

    @Override
    public void warning(String message) {}
  }

  private TestRuns runs() {
    // With the optimising compiler, as it is for users.
    return new TestRuns(directory).jvmArguments("-Xmx256m");
  }

  private List<String> processes() throws Exception {
    return Files.readAllLines(directory.resolve("processes"));
  }

  private static List<Long> children() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .toList();
  }

  private static void assertPassed(TargetResult result) {
    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
  }

  private static Finding onlyFinding(TargetResult result) {
    assertThat(result.error()).isNull();
    assertThat(result.findings()).hasSize(1);
    return result.findings().get(0);
  }
}
