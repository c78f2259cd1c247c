package io.github.mavenfuzz.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comm.Call.Hints;
import io.github.mavenfuzz.comm.Response.Trace;
import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.PcgRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HintStoreTest {
  private static final long MANY_RUNS = 1 << 30;

  private final HintStore store = new HintStore(new PcgRandom(1, 1));

  private static CorpusEntry entry(int size) {
    return CorpusEntry.inMemory(new byte[size]);
  }

  private static Trace trace(int hints, int promising) {
    List<Hint> all =
        IntStream.range(0, hints)
            .mapToObj(i -> Hint.of(new Hint.Edit(0, i, i, new byte[] {(byte) i})))
            .toList();
    return new Trace(all, promising, List.of());
  }

  private CorpusEntry traced(int size, int hints, int promising) {
    CorpusEntry entry = entry(size);
    store.add(entry);
    store.traced(store.next(), List.of(trace(hints, promising)));
    return entry;
  }

  private void tried(CorpusEntry entry, int hints) {
    Task.Batch batch = new Task.Batch(List.of(entry), List.of(1));
    store.done(batch, List.of(new Turn(hints, 0, 0, hints, List.of())));
  }

  @Test
  void theNewestEntryIsTracedFirst() {
    CorpusEntry old = entry(1);
    CorpusEntry young = entry(2);
    store.add(old);
    store.add(young);

    assertThat(store.next()).containsExactly(young, old);
    assertThat(store.next()).isNull();
  }

  @Test
  void entriesOfACallAreNoMoreThanItsMemoryHolds() {
    CorpusEntry small = entry(10);
    CorpusEntry large = entry(1 << 16);
    store.add(small);
    store.add(large);

    assertThat(store.next()).containsExactly(large);
    assertThat(store.next()).containsExactly(small);
  }

  @Test
  void somethingIsTracedUntilItsResultIsThere() {
    store.add(entry(1));
    List<CorpusEntry> entries = store.next();
    assertThat(store.isEmpty()).isFalse();

    store.traced(entries, List.of(new Trace(List.of(), 0, List.of())));

    assertThat(store.isEmpty()).isTrue();
  }

  @Test
  void whatThereWasNoTimeForIsTracedLater() {
    store.add(entry(1));
    store.add(entry(2));
    List<CorpusEntry> entries = store.next();

    store.traced(entries, List.of(new Trace(List.of(), 0, List.of())));

    assertThat(store.next()).containsExactly(entries.get(1));
  }

  @Test
  void entriesThatEndTheJvmAreNotTracedAgain() {
    store.add(entry(1));

    store.drop(store.next());

    assertThat(store.next()).isNull();
    assertThat(store.isEmpty()).isTrue();
  }

  @Test
  void aTargetThatEndsTheJvmAgainAndAgainIsNotTracedAnyMore() {
    for (int i = 0; i < 8; i++) {
      store.add(entry(1));
      store.drop(store.next());
    }

    store.add(entry(1));

    assertThat(store.next()).isNull();
    assertThat(store.isEmpty()).isTrue();
  }

  @Test
  void eachPromisingHintIsTriedOnce() {
    CorpusEntry entry = traced(1, 5, 3);

    assertThat(store.first(0)).containsExactly(entry);
    Hints hints = store.of(entry, true);
    assertThat(hints.untried()).isEqualTo(3);
    assertThat(hints.all().subList(0, 3)).isEqualTo(trace(5, 3).hints().subList(0, 3));

    tried(entry, 2);
    assertThat(store.of(entry, true).untried()).isEqualTo(1);
    tried(entry, 1);
    assertThat(store.first(0)).isEmpty();
    assertThat(store.of(entry, true).untried()).isZero();
  }

  @Test
  void othersAreDrawnAtRandomAndNeverOneThatWaitsForItsTurn() {
    CorpusEntry entry = traced(1, 40, 20);
    tried(entry, 5);
    List<Hint> waiting = trace(40, 20).hints().subList(5, 20);

    List<Hint> drawn = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Hints hints = store.of(entry, false);
      assertThat(hints.untried()).isZero();
      drawn.addAll(hints.all());
    }

    assertThat(drawn).doesNotContainAnyElementsOf(waiting);
    assertThat(drawn).containsAll(trace(40, 20).hints().subList(0, 5));
    assertThat(drawn).containsAll(trace(40, 20).hints().subList(20, 40));
  }

  @Test
  void hintsTakeAShareOfTheRuns() {
    CorpusEntry one = traced(1, 10_000, 10_000);
    CorpusEntry other = traced(2, 1, 1);
    assertThat(store.first(0)).containsExactly(other, one);

    tried(one, 9_000);

    assertThat(store.first(1_000)).isEmpty();
    assertThat(store.first(MANY_RUNS)).containsExactly(other, one);
  }

  @Test
  void anEntryWhoseVariationEndsAJvmHasHadItsTurn() {
    CorpusEntry entry = traced(1, 5, 5);

    store.died(entry);

    assertThat(store.first(MANY_RUNS)).isEmpty();
    assertThat(store.of(entry, true)).isEqualTo(Hints.NONE);
  }

  @Test
  void aHintThatMakesTheTargetFailIsNotFollowedAgain() {
    CorpusEntry entry = traced(1, 6, 4);
    List<Hint> hints = trace(6, 4).hints();
    Task.Batch batch = new Task.Batch(List.of(entry), List.of(1));

    store.done(batch, List.of(new Turn(3, 2, 0, 3, List.of(0, 2))));

    Hints left = store.of(entry, true);
    assertThat(left.untried()).isEqualTo(1);
    assertThat(left.all().get(0)).isEqualTo(hints.get(3));
    assertThat(left.all()).doesNotContain(hints.get(0), hints.get(2));
  }

  @Test
  void whatHasFailedTwiceIsNotTriedWithOtherEntries() {
    for (int i = 0; i < 2; i++) {
      CorpusEntry entry = traced(1 + i, 3, 3);
      Task.Batch batch = new Task.Batch(List.of(entry), List.of(1));
      store.done(batch, List.of(new Turn(3, 1, 0, 3, List.of(1))));
    }

    CorpusEntry third = traced(3, 3, 3);

    List<Hint> hints = trace(3, 3).hints();
    assertThat(store.of(third, true).untried()).isEqualTo(2);
    assertThat(store.of(third, true).all()).containsExactly(hints.get(0), hints.get(2));
  }

  @Test
  void theOldestHintsGoWhenAllTogetherTakeTooMuchMemory() {
    Hint large = Hint.of(new Hint.Edit(0, 0, 0, new byte[1 << 20]));
    List<CorpusEntry> entries = new ArrayList<>();
    for (int size = 1; size <= 17; size++) {
      CorpusEntry entry = entry(size);
      entries.add(entry);
      store.add(entry);
      store.traced(store.next(), List.of(new Trace(List.of(large), 1, List.of())));
    }

    assertThat(store.of(entries.get(0), true)).isEqualTo(Hints.NONE);
    assertThat(store.of(entries.get(16), true).all()).containsExactly(large);
    assertThat(store.first(MANY_RUNS)).startsWith(entries.get(16)).doesNotContain(entries.get(0));
  }

  @Test
  void ofALargeCorpusOnlyTheNewestThousandAreTraced() {
    for (int size = 1; size <= 2_000; size++) {
      store.add(entry(size));
    }

    int traced = 0;
    for (List<CorpusEntry> next = store.next(); next != null; next = store.next()) {
      traced += next.size();
    }

    assertThat(traced).isEqualTo(1_024);
  }

  @Test
  void anEntryThatWasNotTracedHasNoHints() {
    assertThat(store.of(entry(1), true)).isEqualTo(Hints.NONE);
  }
}
