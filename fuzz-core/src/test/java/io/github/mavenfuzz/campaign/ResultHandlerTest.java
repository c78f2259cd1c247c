package io.github.mavenfuzz.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.TaskResult.Account;
import io.github.mavenfuzz.campaign.TaskResult.Failed;
import io.github.mavenfuzz.campaign.TaskResult.Found;
import io.github.mavenfuzz.campaign.TaskResult.Last;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Reached;
import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.InputStore;
import io.github.mavenfuzz.coverage.ClassProbes;
import io.github.mavenfuzz.coverage.ProbeTable;
import io.github.mavenfuzz.coverage.SparseBits;
import io.github.mavenfuzz.coverage.WorkerProbes;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.process.JvmPurpose;
import io.github.mavenfuzz.session.TestRuns;
import io.github.mavenfuzz.type.LeafKind;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultHandlerTest {
  private static final FuzzTarget TARGET = TestRuns.target("t", LeafKind.STRING);
  private static final Failure FAILURE = Failures.failure("one");
  private static final Failure OTHER = Failures.failure(FailureKind.EXIT, "two");

  private static final Evidence PRINTED = Evidence.ofOutput("printed");
  private static final TaskResult PASSED =
      new TaskResult.Confirmed(new Account(1, null, null), null);

  @TempDir Path directory;
  private final Heard heard = new Heard();
  private final ProbeTable probes = new ProbeTable();
  private final WorkerProbes worker = new WorkerProbes(probes);
  private RunCorpus corpus;
  private FindingLog findings;
  private TaskPlanner planner;
  private ResultHandler handler;
  private int doubts;

  @BeforeEach
  void create() throws Exception {
    RunSettings settings = new TestRuns(directory).settings().run();
    InputStore store = new TestRuns(directory).directories().of(TARGET);
    worker.add(List.of(new ClassProbes("A", 1, 0, 3)));
    corpus = new RunCorpus(TARGET, store, 0, heard);
    findings = new FindingLog(TARGET, store, heard, new FindingNumbers());
    planner = new TaskPlanner(settings, new Budget(Duration.ofDays(1), 0), List.of(), 1 << 16);
    handler = new ResultHandler(probes, corpus, findings, planner, () -> doubts++);
  }

  @Test
  void newCoverageIsMadeSmallerBeforeItIsKept() {
    handle(fuzz(entry("seed")), found("long input", 1, 0, 0));

    Task.Minimize task = (Task.Minimize) planner.next();
    assertThat(task.entry().content()).asString().isEqualTo("long input");
    assertThat(task.keep()).containsExactly(1, 0, 0);
    assertThat(corpus.newEntries()).isZero();
    assertThat(probes.covered()).isEqualTo(1);

    handle(task, minimized("long", 1, 0, 0));
    assertThat(newEntries()).containsExactly("long");
    assertThat(planner.next().entry().content()).asString().isEqualTo("long");
  }

  @Test
  void coverageThatAnotherWorkerHasReachedMeanwhileIsNothingNew() {
    probes.merge(new byte[] {1, 0, 0});

    handle(fuzz(entry("seed")), found("input", 1, 0, 0));

    assertThat(planner.drain()).isEmpty();
    assertThat(newEntries()).isEmpty();
  }

  @Test
  void anEntryIsKeptAsItIsWhenItCouldNotBeMadeSmaller() {
    handle(minimize("input", null, 1, 0, 0), minimized("input"));

    assertThat(newEntries()).containsExactly("input");
  }

  @Test
  void anEntryIsKeptAsItIsWhenTheSmallerOneLacksWhatWasNew() {
    handle(minimize("loads a class", null, 1, 0, 4), minimized("", 1, 0, 0));

    assertThat(newEntries()).containsExactly("loads a class");
  }

  @Test
  void anEntryIsKeptWhenItsWorkerJvmWasKilledMeanwhile() {
    handle(minimize("input", null, 1, 0, 0), killed("in"));

    assertThat(newEntries()).containsExactly("input");
    assertThat(findings.suspects()).hasSize(1);
  }

  @Test
  void aFailureWhileAnEntryIsMadeSmallerIsLookedIntoAndTheEntryKept() {
    handle(
        minimize("input", null, 1, 0, 0),
        minimized(new Failed(null, bytes("in"), FAILURE, PRINTED)));

    assertThat(newEntries()).containsExactly("input");
    assertThat(planner.nextFailure().entry().content()).asString().isEqualTo("in");
  }

  @Test
  void anInputThatHasGrownTooLongIsNotKept() {
    handle(fuzz(entry("seed")), found("\uFFFD".repeat(1 << 20), 1, 0, 0));

    assertThat(planner.drain()).isEmpty();
    assertThat(newEntries()).isEmpty();
    handle(fuzz(entry("seed")), failed("\uFFFD".repeat(1 << 20), FAILURE));
    assertThat(planner.nextFailure()).isNull();
    assertThat(planner.nextConfirmation()).isNotNull();
  }

  @Test
  void aCauseIsLookedIntoOnce() {
    handle(fuzz(entry("seed")), failed("a", FAILURE));
    handle(fuzz(entry("seed")), failed("b", FAILURE));

    assertThat(planner.drain()).hasSize(1);
  }

  @Test
  void anotherWayToACauseIsKeptAndNotLookedInto() {
    handle(fuzz(entry("seed")), failed("a", withSignature("e at a.P.p+1 < a.T.t")));
    handle(fuzz(entry("seed")), failed("b", withSignature("e at a.P.p+1 < a.Q.q")));

    assertThat(planner.drain()).hasSize(1);
    assertThat(findings.knownCauses())
        .singleElement()
        .satisfies(known -> assertThat(known.paths()).hasSize(2));
  }

  @Test
  void aFailureThatRepeatsInAFreshJvmIsAFindingWithItsSmallestInput() {
    handle(minimize("long", FAILURE), minimized(new Failed(null, bytes("l"), FAILURE, PRINTED)));
    assertThat(findings.findings()).isEmpty();

    handle(planner.nextConfirmation(), failed("l", FAILURE));

    Finding finding = findings.findings().get(0);
    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.input()).asString().isEqualTo("l");
    assertThat(finding.evidence().output()).isEqualTo("printed");
    assertThat(doubts).isZero();
  }

  @Test
  void anInputThatWasMadeTooSmallToFailInAFreshJvmGivesWayToWhatItWasMadeOf() {
    handle(minimize("long", FAILURE), minimized(new Failed(null, bytes("l"), FAILURE, PRINTED)));

    handle(planner.nextConfirmation(), PASSED);
    handle(planner.nextConfirmation(), PASSED);
    handle(planner.nextConfirmation(), failed("long", FAILURE));
    assertThat(findings.findings()).as("it may come and go").isEmpty();
    handle(planner.nextConfirmation(), failed("long", FAILURE));

    assertThat(inputs(findings.findings())).containsExactly("long");
    assertThat(findings.findings()).allMatch(Finding::reproduced);
  }

  @Test
  void aFailureThatDoesNotRepeatWithoutProbesMayDoSoWithThem() {
    handle(minimize("long", FAILURE), minimized(new Failed(null, bytes("l"), FAILURE, PRINTED)));
    Task.Confirm plain = planner.nextConfirmation();
    assertThat(plain.purpose()).isEqualTo(JvmPurpose.PLAIN);

    handle(plain, PASSED);
    Task.Confirm probed = planner.nextConfirmation();
    assertThat(probed.purpose()).isEqualTo(JvmPurpose.REPEAT);
    handle(probed, failed("l", FAILURE));
    assertThat(findings.findings()).as("it may come and go").isEmpty();
    handle(planner.nextConfirmation(), failed("l", FAILURE));

    assertThat(inputs(findings.findings())).containsExactly("l");
    assertThat(findings.findings()).allMatch(Finding::reproduced);
    assertThat(doubts).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "EXCEPTION, java.lang.Error at a.B.c, PLAIN",
    "EXCEPTION, java.lang.StackOverflowError at a.B.c, REPEAT",
    "EXCEPTION, java.lang.StackOverflowError, REPEAT",
    "EXCEPTION, a.Deep by java.lang.StackOverflowError at a.B.c, REPEAT",
    "EXCEPTION, a.StackOverflowError at java.lang.StackOverflowError.c, PLAIN",
    "OUT_OF_MEMORY, java.lang.OutOfMemoryError, REPEAT",
    "HANG, hang, REPEAT",
    "EXIT, exit code 1, REPEAT",
    "SIGNAL, SIGSEGV, REPEAT",
  })
  void whatProbesMayMatterToIsConfirmedWithThem(
      FailureKind kind, String signature, JvmPurpose purpose) {
    Failure failure = Failures.failure(kind, signature);

    assertThat(new Task.Confirm(entry("e"), failure).purpose()).isEqualTo(purpose);
  }

  @Test
  void aFailureThatDoesNotRepeatInAFreshJvmIsFlaky() {
    handle(minimize("long", FAILURE), minimized(new Failed(null, bytes("l"), FAILURE, PRINTED)));

    handle(planner.nextConfirmation(), PASSED);
    handle(planner.nextConfirmation(), PASSED);
    handle(planner.nextConfirmation(), PASSED);

    Finding finding = findings.findings().get(0);
    assertThat(finding.reproduced()).isFalse();
    assertThat(finding.input()).asString().isEqualTo("long");
    assertThat(doubts).as("the worker's JVM may be spoilt").isEqualTo(1);
  }

  @Test
  void aFailureThatDoesNotRepeatInTheSameJvmMayDoSoInAFreshOne() {
    handle(minimize("long", FAILURE), minimized("long"));

    handle(planner.nextConfirmation(), failed("long", FAILURE));
    assertThat(findings.findings()).as("it may come and go").isEmpty();
    handle(planner.nextConfirmation(), failed("long", FAILURE));

    assertThat(inputs(findings.findings())).containsExactly("long");
    assertThat(findings.findings()).allMatch(Finding::reproduced);
  }

  @Test
  void whatAnInputDoesInAFreshJvmIsWhatItDoes() {
    assertThat(findings.isNew(FAILURE)).isTrue();

    handle(new Task.Confirm(entry("input"), FAILURE), failed("input", OTHER));

    assertThat(inputs(findings.findings())).containsExactly("input");
    assertThat(findings.findings()).allMatch(f -> f.reproduced() && f.failure().equals(OTHER));
    assertThat(doubts).isEqualTo(1);
    assertThat(findings.isNew(FAILURE)).as("worth another look").isTrue();
    assertThat(findings.isNew(OTHER)).isFalse();
  }

  @Test
  void aFailureOfUnknownPlaceIsLookedForAgainWhenOneThatMayBeTheSameIsFound() {
    Failure unplaced = withSignature("e at an unknown place");
    handle(fuzz(entry("a")), failed("a", unplaced));

    handle(new Task.Confirm(entry("a"), unplaced), failed("a", withSignature("e at a.B.c")));

    assertThat(inputs(findings.findings())).containsExactly("a");
    assertThat(findings.isNew(unplaced)).as("it may have another cause").isTrue();
    assertThat(findings.isNew(withSignature("e at a.B.c"))).isFalse();
  }

  @Test
  void aFailureThatIsAnotherOnesConsequenceIsNoFinding() {
    handle(new Task.Confirm(entry("a"), FAILURE), failed("a", FAILURE));

    handle(new Task.Confirm(entry("b"), OTHER), failed("b", FAILURE));

    assertThat(inputs(findings.findings())).containsExactly("a");
  }

  @Test
  void aCauseThatTwoConfirmationsComeToIsOneFinding() {
    handle(new Task.Confirm(entry("a"), FAILURE), failed("a", OTHER));
    handle(new Task.Confirm(entry("b"), OTHER), failed("b", OTHER));

    assertThat(inputs(findings.findings())).containsExactly("a");
  }

  @Test
  void anotherDeathWhileAFailureIsMadeSmallerIsAnotherFailure() {
    handle(minimize("long", FAILURE), minimized(new Failed(null, bytes("lo"), OTHER, PRINTED)));

    Task.Confirm first = planner.nextConfirmation();
    assertThat(first.failure()).isEqualTo(FAILURE);
    assertThat(first.entry().content()).asString().isEqualTo("long");
    Task.Confirm second = planner.nextConfirmation();
    assertThat(second.failure()).isEqualTo(OTHER);
    assertThat(second.entry().content()).asString().isEqualTo("lo");
  }

  @Test
  void aConfirmationThatSomethingOutsideEndsIsBegunAnewAFewTimes() {
    handle(new Task.Confirm(entry("input"), FAILURE), killed("input"));
    assertThat(findings.suspects()).isEmpty();

    for (int i = 0; i < 3; i++) {
      assertThat(findings.findings()).isEmpty();
      handle(planner.nextConfirmation(), killed("input"));
    }

    assertThat(planner.nextConfirmation()).isNull();
    assertThat(findings.findings()).isEmpty();
    assertThat(findings.suspects()).hasSize(1);
  }

  @Test
  void aSeedThatFailsKeepsItsFileAndContent() {
    CorpusEntry seed = new CorpusEntry(bytes("as written"), "s", directory.resolve("s"), true);

    handle(new Task.Confirm(seed, FAILURE), failed("as encoded", FAILURE));

    Finding finding = findings.findings().get(0);
    assertThat(finding.known()).isTrue();
    assertThat(finding.input()).asString().isEqualTo("as written");
  }

  @Test
  void aWarmUpMergesCoverageAndMakesTheEntryReadyToFuzz() {
    handle(warmup(entry("e")), warmedUp(1, null, 0, 2, 0));

    assertThat(probes.covered()).isEqualTo(1);
    assertThat(planner.next()).isInstanceOf(Task.Fuzz.class);
    assertThat(newEntries()).isEmpty();
  }

  @Test
  void anEntryThatFailsInItsWarmUpIsNotFuzzed() {
    handle(warmup(entry("e")), warmedUp(0, failing(0, "e", FAILURE)));

    assertThat(planner.needsEntries()).isTrue();
    assertThat(planner.failureTasks()).isPositive();
  }

  @Test
  void anEntryWhoseFirstRunWasCutShortFromOutsideIsRunOnceMore() {
    CorpusEntry entry = entry("e");
    handle(warmup(entry), killed("e"));

    Task again = planner.next();
    assertThat(again.entry()).isSameAs(entry);
    handle(again, killed("e"));

    assertThat(findings.suspects()).hasSize(2);
    assertThat(planner.drain()).isEmpty();
    planner.done(again, 1);
    assertThat(planner.needsEntries()).isTrue();
  }

  @Test
  void entriesThatThereWasNoTimeForAreRunInAnotherCall() {
    handle(warmup(entry("a"), entry("b"), entry("c")), warmedUp(2, null, 1, 2, 0));

    assertThat(probes.covered()).isEqualTo(2);
    assertThat(contents(planner.next())).containsExactly("c");
  }

  @Test
  void entriesBeforeAFailureHavePassedAndThoseBehindItAreRunInAnotherCall() {
    handle(
        warmup(entry("a"), entry("fails"), entry("c")),
        warmedUp(1, failing(1, "fails", FAILURE), 1, 2, 0));

    assertThat(probes.covered()).isEqualTo(2);
    assertThat(planner.nextFailure().entry().content()).asString().isEqualTo("fails");
    Task next = planner.next();
    assertThat(contents(next)).containsExactly("c");
    planner.done(next, 2);
    assertThat(planner.next().entry().content()).asString().isEqualTo("a");
  }

  @Test
  void entriesWhoseCoverageIsLostWithTheirJvmAreRunAgain() {
    handle(
        warmup(entry("a"), entry("b"), entry("exits"), entry("d")),
        died(new Last(2, bytes("exits"), false), OTHER));

    assertThat(planner.nextConfirmation().entry().content()).asString().isEqualTo("exits");
    assertThat(contents(planner.next())).containsExactly("a");
    assertThat(contents(planner.next())).containsExactly("b");
    assertThat(contents(planner.next())).containsExactly("d");
    assertThat(planner.next()).isNull();
  }

  @Test
  void noEntryIsBlamedForWhatAnEarlierTaskHasLeftBehind() {
    handle(warmup(entry("a"), entry("b")), died(new Last(null, bytes("last"), true), FAILURE));

    assertThat(planner.nextFailure().entry().content()).asString().isEqualTo("last");
    assertThat(contents(planner.next())).containsExactly("a");
    assertThat(contents(planner.next())).containsExactly("b");
    assertThat(planner.next()).isNull();
  }

  @Test
  void entriesThatHavePassedAreFuzzedThoughAnEarlierInputFailsLate() {
    handle(
        warmup(entry("a"), entry("b"), entry("c")),
        warmedUp(2, failing(null, "earlier", FAILURE), 1, 0, 0));

    assertThat(planner.nextFailure().entry().content()).asString().isEqualTo("earlier");
    assertThat(contents(planner.next())).containsExactly("c");
    assertThat(probes.covered()).isEqualTo(1);
  }

  @Test
  void aSliceBringsHomeSeveralInputsAndAFailure() {
    Found one = new Found(0, bytes("one"), reached(1));
    Found same = new Found(0, bytes("same"), reached(1));
    Found two = new Found(0, bytes("two"), reached(2));

    handle(
        fuzz(entry("seed")),
        new TaskResult.Fuzzed(
            account(),
            List.of(one, same, two),
            List.of(new Turn(100, 1, 0)),
            failing(null, "fails", FAILURE)));

    assertThat(planner.drain())
        .extracting(task -> new String(task.entry().content(), UTF_8))
        .containsExactly("fails", "one");
    assertThat(newEntries()).as("one at a time is made smaller").containsExactly("two");
    assertThat(probes.features()).isEqualTo(2);
  }

  @Test
  void whatAJvmHadFoundBeforeItDiedIsKeptAndRunOnceMore() {
    Last last = new Last(0, bytes("exits"), false);
    List<byte[]> found = List.of(bytes("one"), bytes("two"));
    handle(
        fuzz(entry("seed")),
        new TaskResult.Died(account(), last, OTHER, null, Evidence.NONE, found));

    assertThat(newEntries()).containsExactly("one", "two");
    assertThat(contents(planner.next())).containsExactly("one");
    assertThat(planner.nextConfirmation().entry().content()).asString().isEqualTo("exits");
  }

  @Test
  void onlyWhatWasToBeKeptCountsOfTheOneRunOfASmallerInput() {
    handle(minimize("input", null, 1, 0, 0), minimized("in", 1, 4, 4));

    assertThat(newEntries()).containsExactly("in");
    assertThat(probes.features()).isZero();
  }

  @Test
  void nobodyIsBlamedWhenNobodyKnowsWhichEntryRan() {
    CorpusEntry[] entries =
        Stream.of("a", "b", "c", "d").map(e -> entry(e)).toArray(CorpusEntry[]::new);
    handle(warmup(entries), died(new Last(null, bytes("a"), false), OTHER));

    assertThat(planner.failureTasks()).isZero();
    Task alone = planner.next();
    assertThat(contents(alone)).containsExactly("a");
    handle(alone, died(new Last(null, bytes("a"), false), OTHER));

    assertThat(planner.nextConfirmation().entry()).isSameAs(entries[0]);
  }

  @Test
  void whatNobodyHadTimeForIsKeptButNoFinding() throws Exception {
    handler.giveUp(minimize("fails", FAILURE));
    handler.giveUp(new Task.Confirm(entry("exits"), OTHER));
    handler.giveUp(minimize("new coverage", null, 1, 0, 0));
    handler.giveUp(fuzz(entry("seed")));

    assertThat(findings.findings()).isEmpty();
    assertThat(findings.suspects())
        .satisfiesExactly(
            s -> assertThat(s.file()).hasContent("fails"),
            s -> assertThat(s.file()).hasContent("exits"));
    assertThat(findings.suspects().get(1).reason())
        .isEqualTo(
            "This input failed once (java.lang.Error), and the run ended before new JVMs could tell"
                + " whether it always does.");
    assertThat(newEntries()).containsExactly("new coverage");
  }

  private void handle(Task task, TaskResult result) {
    handler.handle(task, result, worker);
  }

  /** Those that are in memory, but for the empty input. */
  private List<String> newEntries() {
    return corpus.entries().stream().skip(1).map(e -> new String(e.content(), UTF_8)).toList();
  }

  private static Task fuzz(CorpusEntry entry) {
    return new Task.Fuzz(
        new Task.Batch(List.of(entry), List.of(1)), Dictionary.EMPTY, new Call.Slice(100, 0), 1);
  }

  private static Task warmup(CorpusEntry... entries) {
    return new Task.WarmUp(List.of(entries), 2);
  }

  private static List<String> contents(Task task) {
    return ((Task.WarmUp) task)
        .entries().stream().map(entry -> new String(entry.content(), UTF_8)).toList();
  }

  /**
   * @param passed how many have passed; all have the same coverage
   */
  private static TaskResult warmedUp(int passed, Failed failed, int... bits) {
    return new TaskResult.WarmedUp(account(), Collections.nCopies(passed, reached(bits)), failed);
  }

  private static Reached reached(int... all) {
    List<Integer> probes = new ArrayList<>();
    ByteArrayOutputStream bits = new ByteArrayOutputStream();
    for (int i = 0; i < all.length; i++) {
      if (all[i] != 0) {
        probes.add(i);
        bits.write(all[i]);
      }
    }
    return new Reached(new SparseBits(probes, bits.toByteArray()), 10);
  }

  private static Failed failing(Integer entry, String input, Failure failure) {
    return new Failed(entry, bytes(input), failure, PRINTED);
  }

  private static TaskResult died(Last last, Failure failure) {
    return new TaskResult.Died(account(), last, failure, null, PRINTED, List.of());
  }

  private static Account account() {
    return new Account(1, null, new Instrumented(List.of(), 0));
  }

  private static Task.Minimize minimize(String input, Failure failure, int... keep) {
    byte[] bits = new byte[keep.length];
    for (int i = 0; i < keep.length; i++) {
      bits[i] = (byte) keep[i];
    }
    return new Task.Minimize(entry(input), failure, failure == null ? bits : null, 0, 10);
  }

  private static TaskResult found(String input, int probe0, int probe1, int probe2) {
    Found found = new Found(0, bytes(input), reached(probe0, probe1, probe2));
    return new TaskResult.Fuzzed(account(), List.of(found), List.of(new Turn(1, 0, 0)), null);
  }

  /** Without bits, the coverage was not there. */
  private static TaskResult minimized(String input, int... bits) {
    return new TaskResult.Minimized(
        account(), bytes(input), bits.length == 0 ? null : local(bits), null, List.of());
  }

  private static TaskResult minimized(Failed failed) {
    return new TaskResult.Minimized(account(), failed.input(), null, failed, List.of());
  }

  private static byte[] local(int... bits) {
    byte[] local = new byte[bits.length];
    for (int i = 0; i < bits.length; i++) {
      local[i] = (byte) bits[i];
    }
    return local;
  }

  /** Of a variation, or of the only run. */
  private static TaskResult failed(String input, Failure failure) {
    return died(new Last(null, bytes(input), false), failure);
  }

  private static TaskResult killed(String input) {
    return new TaskResult.Died(
        account(), new Last(0, bytes(input), false), null, "Killed.", Evidence.NONE, List.of());
  }

  private static Failure withSignature(String signature) {
    return Failures.failure(signature);
  }

  private static List<String> inputs(List<Finding> findings) {
    return findings.stream().map(f -> new String(f.input(), UTF_8)).toList();
  }

  private static CorpusEntry entry(String content) {
    return CorpusEntry.inMemory(bytes(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
