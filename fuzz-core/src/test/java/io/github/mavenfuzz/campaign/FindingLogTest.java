package io.github.mavenfuzz.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.InputStore;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.Suspect;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.session.TestRuns;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingLogTest {
  private static final FuzzTarget TARGET = TestRuns.target("word", LeafKind.BYTES);
  private static final byte[] INPUT = {'b', 'u', 'g'};

  @TempDir Path directory;
  private final Heard heard = new Heard();
  private final FindingNumbers numbers = new FindingNumbers();
  private FindingLog log;

  @BeforeEach
  void create() {
    log = newLog();
  }

  private FindingLog newLog() {
    InputStore store = new TestRuns(directory).directories().of(TARGET);
    return new FindingLog(TARGET, store, heard, numbers);
  }

  @Test
  void aFlakyFindingOfWhichMoreIsKnownKeepsItsNumber() {
    flaky("e at an unknown place", INPUT, Evidence.NONE);
    flaky("other at a.B.other", INPUT, Evidence.NONE);
    flaky("e at a.T.t", INPUT, Evidence.ofOutput("printed"));

    assertThat(heard.numbers).containsExactly(1, 2, 1);
  }

  @Test
  void aFindingThatRepeatsIsAnotherThanTheFlakyOneOfTheSameCause() {
    CorpusEntry entry = CorpusEntry.inMemory(INPUT);

    log.add(entry, failure("one"), INPUT, false, Evidence.NONE);
    log.add(entry, failure("one"), INPUT, true, Evidence.NONE);

    assertThat(heard.numbers).containsExactly(1, 2);
  }

  @Test
  void allTargetsOfABuildCountTogether() {
    CorpusEntry entry = CorpusEntry.inMemory(INPUT);

    newLog().add(entry, failure("one"), INPUT, true, Evidence.NONE);
    newLog().add(entry, failure("one"), INPUT, true, Evidence.NONE);

    assertThat(heard.numbers).containsExactly(1, 2);
  }

  @Test
  void aSignatureIsNewOnce() {
    assertThat(log.isNew(failure("one"))).isTrue();
    assertThat(log.isNew(failure("one"))).isFalse();
    assertThat(log.isNew(failure("two"))).isTrue();
    assertThat(log.knownCauses().stream().map(known -> known.cause().thrown()))
        .containsExactly("one", "two");
  }

  @Test
  void anOutOfMemoryErrorWithoutAStackIsLikeAnyOther() {
    log.isNew(failure("java.lang.OutOfMemoryErrorOfMine"));
    assertThat(log.isNew(failure("java.lang.OutOfMemoryError"))).isTrue();
    assertThat(log.isNew(failure("java.lang.OutOfMemoryError"))).isFalse();
    assertThat(log.isNew(failure("java.lang.OutOfMemoryError at a.B.c"))).isTrue();
    assertThat(log.isNew(failure("java.lang.OutOfMemoryError at a.B.d"))).isTrue();
  }

  @Test
  void anOutOfMemoryErrorWithoutAStackIsNothingNewAfterOneWithAStack() {
    log.isNew(failure("java.lang.OutOfMemoryError at a.B.c"));

    assertThat(log.isNew(failure("java.lang.OutOfMemoryError"))).isFalse();
  }

  @Test
  void aFindingLeavesItsCrasherAmongTheSeeds() {
    log.add(
        CorpusEntry.inMemory(new byte[9]),
        failure("one"),
        INPUT,
        true,
        Evidence.ofOutput("printed"));

    Finding finding = log.findings().get(0);
    assertThat(heard.found).containsExactly(finding);
    assertThat(finding.target()).isEqualTo(TARGET);
    assertThat(finding.failure()).isEqualTo(failure("one"));
    assertThat(finding.id()).matches("[0-9a-f]{12}");
    assertThat(finding.known()).isFalse();
    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.evidence().output()).isEqualTo("printed");
    assertThat(finding.crasher())
        .hasBinaryContent(INPUT)
        .hasParent(directory.resolve("seeds").resolve(TARGET.relativeDirectory()));
    assertThat(finding.crasher().getFileName().toString()).matches("crash-[0-9a-f]{16}");
    assertThat(log.count()).isEqualTo(1);
  }

  @Test
  void aSeedThatFailsIsItsOwnCrasher() throws Exception {
    Path file = directory.resolve("my-seed");
    CorpusEntry seed = new CorpusEntry(INPUT, "my-seed", file, true);

    log.add(seed, failure("one"), INPUT, true, Evidence.NONE);

    Finding finding = log.findings().get(0);
    assertThat(finding.known()).isTrue();
    assertThat(finding.crasher()).isEqualTo(file);
    assertThat(directory.resolve("seeds")).doesNotExist();
  }

  @Test
  void aFlakyFindingIsKeptWithTheSuspectsAndNotCounted() {
    log.add(CorpusEntry.inMemory(INPUT), failure("one"), INPUT, false, Evidence.NONE);

    Finding finding = log.findings().get(0);
    assertThat(finding.reproduced()).isFalse();
    assertThat(finding.crasher())
        .hasBinaryContent(INPUT)
        .hasParent(
            directory.resolve("results").resolve("suspects").resolve(TARGET.relativeDirectory()));
    assertThat(directory.resolve("seeds")).doesNotExist();
    assertThat(log.count()).isZero();
  }

  @Test
  void aFlakyFailureIsLookedForAgainButReportedOnce() {
    log.isNew(failure("one"));
    log.add(CorpusEntry.inMemory(INPUT), failure("one"), INPUT, false, Evidence.NONE);

    assertThat(log.isNew(failure("one"))).isTrue();
    log.add(CorpusEntry.inMemory(new byte[1]), failure("one"), new byte[1], false, Evidence.NONE);
    assertThat(log.findings()).hasSize(1);
  }

  @Test
  void anInputThatAlwaysFailsTakesThePlaceOfAFlakyOne() {
    log.isNew(failure("one"));
    log.add(CorpusEntry.inMemory(INPUT), failure("one"), INPUT, false, Evidence.NONE);
    log.isNew(failure("one"));

    log.add(CorpusEntry.inMemory(new byte[1]), failure("one"), new byte[1], true, Evidence.NONE);

    assertThat(log.findings()).singleElement().satisfies(f -> assertThat(f.reproduced()).isTrue());
    assertThat(log.isNew(failure("one"))).isFalse();
  }

  @Test
  void aFlakyFailureOfKnownPlaceTellsMoreOfOneThatMayBeTheSame() {
    flaky("e at an unknown place", INPUT, Evidence.NONE);
    Finding unplaced = log.findings().get(0);

    flaky("e at a.T.t", new byte[] {'x'}, Evidence.ofOutput("printed"));

    Finding placed = log.findings().get(0);
    assertThat(signatures()).containsExactly("e at a.T.t");
    assertThat(placed.id()).isNotEqualTo(unplaced.id());
    assertThat(placed.crasher()).isEqualTo(unplaced.crasher()).hasBinaryContent(INPUT);
    assertThat(placed.evidence().output()).isEqualTo("printed");
    assertThat(placed.crasher().getParent()).isDirectoryNotContaining(f -> !isOf(placed, f));
    assertThat(heard.found).containsExactly(unplaced, placed);
  }

  @Test
  void aFlakyFailureOfUnknownPlaceTellsNothingNewOfThoseThatHaveOne() {
    flaky("e at a.T.t", INPUT, Evidence.NONE);
    flaky("e at a.T.u", new byte[1], Evidence.NONE);

    flaky("e at an unknown place", new byte[2], Evidence.NONE);

    assertThat(signatures()).containsExactly("e at a.T.t", "e at a.T.u");
  }

  @Test
  void aFlakyFailureOfUnknownPlaceTellsNothingNewOfOneThatAlwaysFails() {
    log.add(CorpusEntry.inMemory(INPUT), failure("e at a.T.t"), INPUT, true, Evidence.NONE);

    flaky("e at an unknown place", new byte[2], Evidence.NONE);

    assertThat(signatures()).containsExactly("e at a.T.t");
  }

  @Test
  void nobodyLooksForeverForAFailureThatNeverRepeats() {
    int times = 0;
    while (log.isNew(failure("one"))) {
      assertThat(++times).isLessThan(20);
      log.add(CorpusEntry.inMemory(INPUT), failure("one"), INPUT, false, Evidence.NONE);
    }

    assertThat(times).isGreaterThan(1);
    assertThat(log.knownCauses()).hasSize(1);
  }

  @Test
  void anotherWayToACauseIsAVariantOfItsFinding() {
    log.isNew(failure("e at a.P.p+1 < a.T.t"));
    variant("e at a.P.p+1 < a.Q.q", 1);
    log.add(
        CorpusEntry.inMemory(INPUT), failure("e at a.P.p+1 < a.T.t"), INPUT, true, Evidence.NONE);
    variant("e at a.P.p+1 < a.R.r", 2);
    variant("e at a.P.p+1 < a.Q.q", 3);

    Finding finding = log.findings().get(0);
    assertThat(finding.variants())
        .extracting(v -> v.signature().path().toString())
        .containsExactly("a.Q.q", "a.R.r");
    assertThat(finding.variants().get(0).kept().file())
        .hasBinaryContent(new byte[1])
        .hasParent(
            directory.resolve("results").resolve("variants").resolve(TARGET.relativeDirectory()));
    assertThat(finding.variants().get(0).kept().file().getFileName().toString())
        .startsWith(finding.id() + "-");
    assertThat(heard.found).hasSize(1);
  }

  @Test
  void aVariantIsNoSeedAndRunAgainByTheNextRun() throws Exception {
    log.isNew(failure("e at a.P.p+1 < a.T.t"));
    variant("e at a.P.p+1 < a.Q.q", 7);

    assertThat(directory.resolve("seeds")).doesNotExist();
    assertThat(new TestRuns(directory).directories().of(TARGET).read(content -> {}, heard::warning))
        .singleElement()
        .satisfies(entry -> assertThat(entry.content()).hasSize(7));
  }

  @Test
  void aSeedThatIsAVariantStaysWhereItIs() {
    Path file = directory.resolve("my-seed");
    log.isNew(failure("e at a.P.p+1 < a.T.t"));
    log.add(
        CorpusEntry.inMemory(INPUT), failure("e at a.P.p+1 < a.T.t"), INPUT, true, Evidence.NONE);
    log.addVariant(
        new CorpusEntry(new byte[3], "my-seed", file, true), failure("e at a.P.p+1 < a.Q.q"));

    assertThat(log.findings().get(0).variants())
        .singleElement()
        .satisfies(v -> assertThat(v.kept().file()).isEqualTo(file));
    assertThat(directory.resolve("results")).doesNotExist();
  }

  @Test
  void atMostFiveVariantsAreKept() {
    log.isNew(failure("e at a.P.p+1 < a.T.t"));
    log.add(
        CorpusEntry.inMemory(INPUT), failure("e at a.P.p+1 < a.T.t"), INPUT, true, Evidence.NONE);
    for (int i = 1; i < 20; i++) {
      variant("e at a.P.p+1 < a.Q.q" + i, i);
    }

    assertThat(log.findings().get(0).variants()).hasSize(5);
    assertThat(log.knownCauses().get(0).open()).isFalse();
  }

  @Test
  void theWayOfTheFindingIsNoVariantOfIt() {
    log.isNew(failure("e at a.P.p+1 < a.P.array"));
    variant("e at a.P.p+1 < a.T.t", 1);

    log.add(
        CorpusEntry.inMemory(INPUT), failure("e at a.P.p+1 < a.T.t"), INPUT, true, Evidence.NONE);

    assertThat(log.findings().get(0).variants()).isEmpty();
  }

  private void variant(String signature, int length) {
    log.addVariant(CorpusEntry.inMemory(new byte[length]), failure(signature));
  }

  @Test
  void aSuspectIsKeptAndTold() {
    log.addSuspect(INPUT, "Somebody killed it.");

    Suspect suspect = log.suspects().get(0);
    assertThat(suspect.file()).hasBinaryContent(INPUT);
    assertThat(suspect.reason()).isEqualTo("Somebody killed it.");
    assertThat(heard.warnings)
        .containsExactly("Somebody killed it. It was kept as " + suspect.file() + ".");
    assertThat(log.findings()).isEmpty();
  }

  @Test
  void noCrasherIsLostWhenTheSeedsCannotBeWritten() throws Exception {
    Files.writeString(directory.resolve("seeds"), "a file where the directory should be");

    log.add(CorpusEntry.inMemory(INPUT), failure("one"), INPUT, true, Evidence.NONE);

    assertThat(log.findings().get(0).crasher())
        .hasBinaryContent(INPUT)
        .startsWith(directory.resolve("results"));
    assertThat(heard.warnings).hasSize(1);
  }

  @Test
  void aFindingIsToldEvenWhenNothingCanBeWritten() throws Exception {
    Files.writeString(directory.resolve("seeds"), "a file where the directory should be");
    Files.writeString(directory.resolve("results"), "another");

    log.add(CorpusEntry.inMemory(INPUT), failure("one"), INPUT, true, Evidence.NONE);

    assertThat(heard.found).singleElement().satisfies(f -> assertThat(f.crasher()).isNull());
    assertThat(heard.warnings).hasSize(2);
  }

  @Test
  void aSuspectIsToldInFullWhenItCannotBeKept() throws Exception {
    Files.writeString(directory.resolve("results"), "a file where the directory should be");

    log.addSuspect(INPUT, "Somebody killed it.");

    assertThat(log.suspects()).containsExactly(new Suspect(null, "Somebody killed it."));
    assertThat(heard.warnings).last().isEqualTo("Somebody killed it. In Base64 it is YnVn");
  }

  private void flaky(String signature, byte[] input, Evidence evidence) {
    log.add(CorpusEntry.inMemory(input), failure(signature), input, false, evidence);
  }

  private List<String> signatures() {
    return log.findings().stream().map(f -> f.failure().signature().toString()).toList();
  }

  private static boolean isOf(Finding finding, Path file) {
    return file.equals(finding.crasher());
  }

  private static Failure failure(String signature) {
    boolean isMemory = signature.matches("java.lang.OutOfMemoryError( at .*)?");
    return Failures.failure(
        isMemory ? FailureKind.OUT_OF_MEMORY : FailureKind.EXCEPTION, signature);
  }
}
