package io.github.mavenfuzz.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.Task.Batch;
import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.corpus.CorpusEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputQueueTest {
  private InputQueue queue = new InputQueue();

  @Test
  void entriesAreWarmedUpInTheOrderInWhichTheyCame() {
    queue.addWarmup(entry(1));
    queue.addWarmup(entry(2));
    assertThat(queue.hasWarmup()).isTrue();

    queue.addWarmup(entry(3));
    List<CorpusEntry> taken = queue.nextWarmups(2, 100);
    assertThat(taken).extracting(InputQueueTest::size).containsExactly(1, 2);
    queue.repeatWarmups(taken);

    assertThat(queue.nextWarmups(1, 100)).extracting(InputQueueTest::size).containsExactly(1);
    assertThat(queue.nextWarmups(9, 100)).extracting(InputQueueTest::size).containsExactly(2, 3);
    assertThat(queue.hasWarmup()).isFalse();
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void noMoreEntriesAreWarmedUpTogetherThanThereIsRoomFor() {
    queue.addWarmup(entry(10));
    queue.addWarmup(entry(4));
    queue.addWarmup(entry(5));
    queue.addWarmup(entry(1));

    assertThat(queue.nextWarmups(9, 9)).extracting(InputQueueTest::size).containsExactly(10);
    assertThat(queue.nextWarmups(9, 9)).extracting(InputQueueTest::size).containsExactly(4, 5);
    assertThat(queue.nextWarmups(9, 9)).extracting(InputQueueTest::size).containsExactly(1);
  }

  @Test
  void aSmallCorpusIsInEveryBatch() {
    add(1, 2, 3);

    assertThat(sizes(queue.next(List.of()))).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(sizes(queue.next(List.of()))).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void theNewestComesFirst() {
    add(1, 2);

    assertThat(sizes(queue.next(List.of()))).containsExactly(2, 1);
  }

  @Test
  void everyEntryOfALargeCorpusHasItsTurnInEveryRound() {
    add(IntStream.rangeClosed(1, 150).toArray());

    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      Batch batch = queue.next(List.of());
      seen.addAll(sizes(batch));
      turn(batch, 10, 0);
    }

    assertThat(seen).hasSize(150);
  }

  @Test
  void twoWorkersFuzzDifferentEntriesOfALargeCorpus() {
    add(IntStream.rangeClosed(1, 150).toArray());

    List<Integer> one = sizes(queue.next(List.of()));

    assertThat(sizes(queue.next(List.of()))).hasSize(64).doesNotContainAnyElementsOf(one);
  }

  @Test
  void aBatchIsNoLongerThan64KibibytesUnlessOneEntryIs() {
    add(100_000, 61_000, 5_000, 500);

    assertThat(sizes(queue.next(List.of()))).containsExactly(500, 5_000);
    assertThat(sizes(queue.next(List.of()))).containsExactly(61_000);
    assertThat(sizes(queue.next(List.of()))).containsExactly(100_000);
  }

  @Test
  void aNewEntryIsTriedAtOnceAndMoreThanOthers() {
    add(IntStream.rangeClosed(1, 150).toArray());
    for (int i = 0; i < 100; i++) {
      turn(queue.next(List.of()), 100, 0);
    }

    queue.add(entry(200), 0);
    Batch batch = queue.next(List.of());

    assertThat(sizes(batch).get(0)).isEqualTo(200);
    assertThat(weight(batch, 200)).isEqualTo(2 * weight(batch, sizes(batch).get(1)));
  }

  @Test
  void aLongEntryHasLessWeight() {
    add(1, 10_000);

    Batch batch = queue.next(List.of());

    assertThat(weight(batch, 1)).isGreaterThan(4 * weight(batch, 10_000));
  }

  @Test
  void aSlowEntryHasLessWeightAndAFastOneMore() {
    add(1, 2);
    Batch batch = queue.next(List.of());
    List<Turn> turns =
        sizes(batch).stream()
            .map(size -> new Turn(5_000, 0, size == 2 ? 40_000_000 : 1_000_000))
            .toList();

    queue.done(batch, turns, new int[2]);

    Batch next = queue.next(List.of());
    assertThat(weight(next, 1)).isGreaterThan(3 * weight(next, 2));
  }

  @Test
  void aSlowEntryComesLaterAsItHasUsedTheTimeOfManyRuns() {
    add(1, 2);
    for (int i = 0; i < 3; i++) {
      Batch batch = queue.next(List.of());
      List<Turn> turns =
          sizes(batch).stream()
              .map(size -> new Turn(100, 0, size == 2 ? 900_000_000 : 100_000))
              .toList();
      queue.done(batch, turns, new int[2]);
    }

    assertThat(sizes(queue.next(List.of()))).containsExactly(1, 2);
    assertThat(sizes(queue.next(List.of()))).containsExactly(1, 2);
  }

  @Test
  void anEntryThatWasSlowWhenItWasFoundHasLessWeightAtOnce() {
    add(1);
    Batch batch = queue.next(List.of());
    queue.done(batch, List.of(new Turn(5_000, 0, 5_000_000)), new int[1]);
    queue.add(entry(2), 100_000);
    queue.add(entry(3), 1_000);

    Batch next = queue.next(List.of());

    assertThat(weight(next, 3)).isGreaterThan(20 * weight(next, 2));
  }

  @Test
  void anEntryWhoseVariationsNearlyAllFailHasLessWeight() {
    add(1, 2);
    Batch batch = queue.next(List.of());
    List<Turn> turns =
        sizes(batch).stream().map(size -> new Turn(5_000, size == 2 ? 4_900 : 10, 0)).toList();

    queue.done(batch, turns, new int[2]);

    Batch next = queue.next(List.of());
    assertThat(weight(next, 1)).isGreaterThan(9 * weight(next, 2));
    assertThat(weight(next, 2)).isPositive();
  }

  @Test
  void anEntryThatHasLedToNewCoverageHasMoreWeightForAWhile() {
    add(1, 2);
    Batch batch = queue.next(List.of());
    queue.done(batch, turns(batch, 5_000), new int[] {1, 0});
    int productive = sizes(batch).get(0);
    int other = sizes(batch).get(1);

    Batch next = queue.next(List.of());
    assertThat(weight(next, productive)).isEqualTo(2 * weight(next, other));
    queue.done(next, turns(next, 5_000), new int[2]);

    next = queue.next(List.of());
    assertThat(weight(next, productive)).isEqualTo(weight(next, other));
  }

  @Test
  void anEntryWhoseVariationsEndWorkerJvmsComesLater() {
    CorpusEntry deadly = entry(7);
    add(IntStream.rangeClosed(100, 250).toArray());
    queue.add(deadly, 0);
    Batch batch = queue.next(List.of());
    assertThat(batch.entries()).contains(deadly);

    queue.died(deadly);

    for (int i = 0; i < 3; i++) {
      Batch next = queue.next(List.of());
      assertThat(next.entries()).doesNotContain(deadly);
      turn(next, 10, 0);
    }
  }

  @Test
  void anEntryThatNoCoverageNeedsHasFewRuns() {
    CorpusEntry useless = entry(5);
    add(1);
    queue.add(useless, 0);
    queue.setNeeded(useless, false);

    Batch batch = queue.next(List.of());

    assertThat(weight(batch, 1)).isEqualTo(8 * weight(batch, 5));
  }

  @Test
  void theOrderDependsOnTheCallsOnly() {
    List<List<Integer>> first = order();

    queue = new InputQueue();

    assertThat(order()).isEqualTo(first);
  }

  private List<List<Integer>> order() {
    Random random = new Random(1);
    List<List<Integer>> batches = new ArrayList<>();
    add(IntStream.rangeClosed(1, 100).toArray());
    for (int i = 0; i < 50; i++) {
      Batch batch = queue.next(List.of());
      batches.add(sizes(batch));
      turn(batch, random.nextInt(1000), random.nextInt(2));
      if (i % 5 == 0) {
        add(1000 + i);
      }
    }
    return batches;
  }

  private void add(int... sizes) {
    for (int size : sizes) {
      queue.add(entry(size), 0);
    }
  }

  /** Every entry has the same number of runs; the first has found something. */
  private void turn(Batch batch, int runs, int foundByFirst) {
    int[] found = new int[batch.entries().size()];
    found[0] = foundByFirst;
    queue.done(batch, turns(batch, runs), found);
  }

  private static List<Turn> turns(Batch batch, int runs) {
    return batch.entries().stream().map(entry -> new Turn(runs, 0, 0)).toList();
  }

  private static int weight(Batch batch, int size) {
    return batch.weights().get(sizes(batch).indexOf(size));
  }

  private static List<Integer> sizes(Batch batch) {
    return batch.entries().stream().map(InputQueueTest::size).toList();
  }

  private static CorpusEntry entry(int size) {
    return CorpusEntry.inMemory(new byte[size]);
  }

  private static int size(CorpusEntry entry) {
    return entry.content().length;
  }

  @Test
  void entriesThatAreWantedComeFirstWhateverTheyHaveUsed() {
    for (int size = 1; size <= 200; size++) {
      queue.add(entry(size), 0);
    }
    Batch batch = queue.next(List.of());
    CorpusEntry used = batch.entries().get(5);
    turn(batch, 1_000, 0);

    assertThat(queue.next(List.of(used)).entries()).startsWith(used).hasSize(64);
  }

  @Test
  void anEntryThatIsNotInTheQueueCannotComeFirst() {
    queue.add(entry(1), 0);

    assertThat(sizes(queue.next(List.of(entry(7))))).containsExactly(1);
  }
}
