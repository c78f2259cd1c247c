package io.github.mavenfuzz.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.CorpusEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputQueueTest {
  private final InputQueue queue = new InputQueue();

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
  void theOnlyEntryIsAlwaysNext() {
    queue.add(entry(7));

    assertThat(next(3)).containsExactly(7, 7, 7);
  }

  @Test
  void everyEntryHasItsTurnInEveryRound() {
    for (int i = 1; i <= 3; i++) {
      queue.add(entry(i));
    }

    for (int round = 0; round < 4; round++) {
      assertThat(next(3)).containsExactlyInAnyOrder(1, 2, 3);
    }
  }

  @Test
  void theNewestOfSeveralComesFirst() {
    queue.add(entry(1));
    queue.add(entry(2));

    assertThat(next(2)).containsExactly(2, 1);
  }

  @Test
  void aNewEntryIsTriedAtOnceButNotForLong() {
    queue.add(entry(1));
    next(100);

    queue.add(entry(2));

    List<Integer> turns = next(40);
    assertThat(turns.get(0)).isEqualTo(2);
    assertThat(turns.subList(0, 10)).contains(1);
    assertThat(Collections.frequency(turns, 2)).isBetween(20, 25);
  }

  @Test
  void aLongEntryHasFewerTurns() {
    queue.add(entry(1));
    queue.add(entry(100_000));

    List<Integer> turns = next(100);

    assertThat(Collections.frequency(turns, 100_000)).isBetween(5, 20);
  }

  private List<Integer> next(int count) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      turns.add(size(queue.next()));
    }
    return turns;
  }

  private static CorpusEntry entry(int size) {
    return CorpusEntry.inMemory(new byte[size]);
  }

  private static int size(CorpusEntry entry) {
    return entry.content().length;
  }
}
