package io.github.mavenfuzz.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.session.TestRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskPlannerTest {
  private static final byte[] BITS = {1};

  @TempDir Path directory;
  private Budget budget = new Budget(Duration.ofDays(1), 0);

  @Test
  void allEntriesAreRunOnceBeforeAnyIsFuzzed() throws Exception {
    TaskPlanner planner = planner(2, 0, seed(1), entry(2));
    assertThat(planner.needsEntries()).isFalse();

    Task.WarmUp first = (Task.WarmUp) planner.next();
    assertThat(first.entries()).containsExactly(seed(1));
    assertThat(first.runs()).isEqualTo(2);
    planner.done(first, 2);
    planner.add(first.entry());

    Task second = planner.next();
    assertThat(second.entry().content()).hasSize(2);
    assertThat(planner.next()).as("while one is still being run").isNull();
    planner.done(second, 2);

    Task.Fuzz third = (Task.Fuzz) planner.next();
    assertThat(third.slice().millis()).isPositive();
    assertThat(third.slice().limit()).isZero();
    assertThat(budget.runs()).isEqualTo(4);
  }

  @Test
  void noCorpusEntryIsRunBeforeAllSeedsAreDone() throws Exception {
    TaskPlanner planner = planner(3, 0, seed(1), seed(2), entry(3));
    Task one = planner.next();
    Task two = planner.next();

    assertThat(planner.next()).isNull();
    planner.done(one, 2);
    assertThat(planner.next()).isNull();
    planner.done(two, 0);
    planner.repeat(two);
    assertThat(planner.next().entry()).isEqualTo(two.entry());
    assertThat(planner.next()).isNull();
    planner.done(two, 2);
    assertThat(planner.next().entry().content()).hasSize(3);
  }

  @Test
  void entriesAreRunTogetherButAllWorkersHaveSome() throws Exception {
    TaskPlanner planner = planner(2, 0, entries(1, 41));

    Task.WarmUp first = (Task.WarmUp) planner.next();
    Task.WarmUp second = (Task.WarmUp) planner.next();

    assertThat(sizes(first)).isEqualTo(range(1, 10));
    assertThat(sizes(second)).isEqualTo(range(11, 17));
  }

  @Test
  void seedsAndCorpusEntriesAreNotRunTogether() throws Exception {
    TaskPlanner planner = planner(1, 0, seed(1), seed(2), seed(3), entry(4), entry(5), entry(6));

    Task.WarmUp seeds = (Task.WarmUp) planner.next();
    assertThat(seeds.entries()).containsExactly(seed(1), seed(2), seed(3));
    planner.done(seeds, 6);

    assertThat(((Task.WarmUp) planner.next()).entries()).doesNotContain(seed(1));
  }

  @ParameterizedTest
  @CsvSource({
    // runs, entries, runs of each
    "1, 1, 1",
    "2, 1, 2",
    "5, 2, 2",
    "6, 3, 2",
    "1000, 10, 2",
  })
  void noMoreEntriesAreRunTogetherThanThereAreRunsFor(long runs, int entries, int each)
      throws Exception {
    TaskPlanner planner = planner(1, runs, entries(1, 20));

    Task.WarmUp task = (Task.WarmUp) planner.next();

    assertThat(task.entries()).hasSize(entries);
    assertThat(task.runs()).isEqualTo(each);
    assertThat(budget.reserve(Long.MAX_VALUE)).isEqualTo(runs - (long) entries * each);
  }

  @Test
  void entriesOfWhichOneIsToBlameAreRunOneByOneAndTheRestTogether() throws Exception {
    TaskPlanner planner = planner(1, 0, entries(1, 20));
    Task.WarmUp doubtful = (Task.WarmUp) planner.next();
    planner.done(doubtful, 1);
    planner.repeatWarmupsAlone(doubtful.entries());

    for (int size = 1; size <= 10; size++) {
      Task.WarmUp alone = (Task.WarmUp) planner.next();
      assertThat(sizes(alone)).containsExactly(size);
      planner.done(alone, 0);
      if (size == 5) { // not even begun
        planner.repeat(alone);
        assertThat(planner.next()).isEqualTo(alone);
        planner.done(alone, 2);
      }
    }

    assertThat(sizes((Task.WarmUp) planner.next())).isEqualTo(range(11, 15));
  }

  private static List<Integer> sizes(Task.WarmUp task) {
    return task.entries().stream().map(entry -> entry.content().length).toList();
  }

  private static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private static CorpusEntry[] entries(int first, int last) {
    return range(first, last).stream().map(TaskPlannerTest::entry).toArray(CorpusEntry[]::new);
  }

  @Test
  void asksForEntriesWhenNoneHasPassed() throws Exception {
    TaskPlanner planner = planner(1, 0, entry(1));
    Task task = planner.next();
    assertThat(planner.needsEntries()).isFalse();

    planner.done(task, 1);

    assertThat(planner.needsEntries()).isTrue();
    planner.add(entry(1));
    assertThat(planner.needsEntries()).isFalse();
  }

  @Test
  void failuresComeFirstAndInOrder() throws Exception {
    TaskPlanner planner = planner(1, 0, entry(1));
    planner.addFailure(entry(2), failure(FailureKind.EXCEPTION), true);
    planner.addFailure(entry(3), failure(FailureKind.EXCEPTION), true);
    assertThat(planner.failureTasks()).isPositive();

    Task first = planner.nextFailure();
    assertThat(first.entry().content()).hasSize(2);
    planner.repeat(first);
    assertThat(planner.nextFailure()).isEqualTo(first);
    assertThat(planner.nextFailure().entry().content()).hasSize(3);
    assertThat(planner.nextFailure()).isNull();
    assertThat(planner.failureTasks()).isZero();
  }

  @Test
  void confirmationsAreTakenInOrder() throws Exception {
    TaskPlanner planner = planner(1, 0, entry(1));
    planner.addFailure(entry(2), failure(FailureKind.HANG), true);
    planner.addFailure(entry(3), failure(FailureKind.EXIT), true);
    assertThat(planner.failureTasks()).isPositive();

    Task first = planner.nextConfirmation();
    assertThat(first.entry().content()).hasSize(2);
    planner.repeat(first);
    assertThat(planner.nextConfirmation()).isEqualTo(first);
    assertThat(planner.nextConfirmation().entry().content()).hasSize(3);
    assertThat(planner.nextConfirmation()).isNull();
    assertThat(planner.failureTasks()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void onlyFailuresThatCanBeRepeatedAreMadeSmaller(FailureKind kind) throws Exception {
    TaskPlanner planner = planner(1, 0);
    planner.addFailure(entry(1), failure(kind), true);

    assertThat(planner.nextFailure() != null).isEqualTo(kind.isRepeatable());
    assertThat(planner.nextConfirmation() == null).isEqualTo(kind.isRepeatable());
  }

  @Test
  void seedsAndInputsTooLongAreOnlyConfirmed() throws Exception {
    TaskPlanner planner = planner(1, 0);
    planner.addFailure(seed(1), failure(FailureKind.EXCEPTION), true);
    planner.addFailure(entry(2), failure(FailureKind.EXCEPTION), false);

    assertThat(planner.nextFailure()).isNull();
    assertThat(planner.nextConfirmation().entry().seed()).isTrue();
    assertThat(planner.nextConfirmation().entry().seed()).isFalse();
  }

  @Test
  void newEntriesAreMadeSmallerBeforeFuzzingGoesOn() throws Exception {
    TaskPlanner planner = planner(1, 0);
    planner.add(entry(1));
    planner.addMinimization(entry(2), BITS);

    Task.Minimize task = (Task.Minimize) planner.next();
    assertThat(task.keep()).isEqualTo(BITS);
    assertThat(task.limitMillis()).isPositive();
    assertThat(planner.next()).isInstanceOf(Task.Fuzz.class);

    planner.repeat(task);
    assertThat(planner.next().entry().content()).hasSize(2);
  }

  @Test
  void newEntriesAreMadeSmallerOnlyWhileThatIsAFewOfAllRuns() throws Exception {
    TaskPlanner planner = planner(1, 0);
    planner.add(entry(1));
    assertThat(planner.canMinimizeCoverage()).isTrue();

    planner.addMinimization(entry(2), BITS);
    planner.done(planner.next(), 100);
    assertThat(planner.canMinimizeCoverage()).isFalse();

    planner.done(planner.next(), 900);
    assertThat(planner.canMinimizeCoverage()).isTrue();
  }

  @Test
  void neverPromisesMoreRunsThanThereAre() throws Exception {
    TaskPlanner planner = planner(2, 10, entry(1));
    Task warmup = planner.next();
    planner.done(warmup, 2);
    planner.add(entry(1));
    planner.addMinimization(entry(2), BITS);

    Task.Minimize minimize = (Task.Minimize) planner.next();
    assertThat(minimize.limit()).isEqualTo(8);
    assertThat(planner.next()).isNull();
    planner.done(minimize, 3);

    Task.Fuzz fuzz = (Task.Fuzz) planner.next();
    assertThat(fuzz.slice().limit()).isEqualTo(5);
    planner.done(fuzz, 5);
    assertThat(planner.next()).isNull();
    assertThat(budget.isOver()).isTrue();
  }

  @Test
  void aMinimisationThatIsRepeatedGetsWhatIsLeftThen() throws Exception {
    TaskPlanner planner = planner(1, 10);
    planner.addMinimization(entry(2), BITS);
    Task task = planner.next();
    planner.done(task, 0);
    planner.repeat(task);

    assertThat(((Task.Minimize) planner.next()).limit()).isEqualTo(10);
  }

  @Test
  void withSeveralWorkersEachGetsRuns() throws Exception {
    TaskPlanner planner = planner(2, 1_000_000);
    planner.add(entry(1));

    assertThat(((Task.Fuzz) planner.next()).slice().limit()).isEqualTo(500_000);
    assertThat(((Task.Fuzz) planner.next()).slice().limit()).isEqualTo(250_000);
  }

  @Test
  void slicesOfADeterministicRunAreCountedInRunsAndNotInTime() throws Exception {
    TaskPlanner planner = planner(1, 1_000_000);
    planner.add(entry(1));
    planner.addFailure(entry(2), failure(FailureKind.EXCEPTION), true);
    planner.addMinimization(entry(3), BITS);

    assertThat(planner.nextFailure().limitMillis()).isZero();
    assertThat(((Task.Minimize) planner.next()).limitMillis()).isZero();
    Task.Fuzz fuzz = (Task.Fuzz) planner.next();
    assertThat(fuzz.slice().millis()).isZero();
    assertThat(fuzz.slice().limit()).isPositive();
  }

  @Test
  void everySliceHasRandomNumbersOfItsOwn() throws Exception {
    TaskPlanner planner = planner(1, 0);
    planner.add(entry(1));

    assertThat(((Task.Fuzz) planner.next()).stream())
        .isNotEqualTo(((Task.Fuzz) planner.next()).stream());
  }

  @Test
  void runsThatLookIntoFailuresAreNotWhatTheLimitIsFor() throws Exception {
    TaskPlanner planner = planner(1, 10);
    planner.add(entry(1));
    planner.addFailure(entry(2), failure(FailureKind.EXCEPTION), true);

    planner.done(planner.nextFailure(), 4);

    assertThat(((Task.Fuzz) planner.next()).slice().limit()).isEqualTo(10);
  }

  @Test
  void whatIsLeftAtTheEndCanBeTakenOnce() throws Exception {
    TaskPlanner planner = planner(1, 0);
    planner.addMinimization(entry(1), BITS);
    planner.addFailure(entry(2), failure(FailureKind.EXCEPTION), true);

    assertThat(planner.drain()).hasSize(2);
    assertThat(planner.drain()).isEmpty();
    assertThat(planner.failureTasks()).isZero();
  }

  private TaskPlanner planner(int workers, long executions, CorpusEntry... corpus)
      throws IOException {
    budget = new Budget(Duration.ofDays(1), executions);
    RunSettings settings =
        new TestRuns(directory).workers(workers).executions(executions).settings().run();
    return new TaskPlanner(settings, budget, List.of(corpus), 1 << 16);
  }

  private static CorpusEntry entry(int size) {
    return CorpusEntry.inMemory(new byte[size]);
  }

  private static CorpusEntry seed(int number) {
    return new CorpusEntry(SEED, "seed" + number, Path.of("seed" + number), true);
  }

  private static final byte[] SEED = {};

  private static Failure failure(FailureKind kind) {
    return Failures.failure(kind, "signature of " + kind);
  }
}
