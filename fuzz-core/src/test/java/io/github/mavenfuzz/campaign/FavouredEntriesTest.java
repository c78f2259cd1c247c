package io.github.mavenfuzz.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.CorpusEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class FavouredEntriesTest {
  private final InputQueue queue = new InputQueue();
  private final FavouredEntries favoured = new FavouredEntries(queue);

  /** Adds an entry with these bits, one byte for each probe. */
  private void add(String content, long nanos, int... bits) {
    CorpusEntry entry = CorpusEntry.inMemory(content.getBytes(UTF_8));
    byte[] all = new byte[bits.length];
    for (int i = 0; i < bits.length; i++) {
      all[i] = (byte) bits[i];
    }
    queue.add(entry, nanos);
    favoured.add(entry, nanos, all);
  }

  /** Those of the queue that get few turns. */
  private List<String> unneeded() {
    Task.Batch batch = queue.next(List.of());
    int most = batch.weights().stream().mapToInt(w -> w).max().orElse(0);
    return batch.entries().stream()
        .filter(entry -> batch.weights().get(batch.entries().indexOf(entry)) <= most / 8)
        .map(entry -> new String(entry.content(), UTF_8))
        .sorted()
        .toList();
  }

  @Test
  void anEntryIsNeededWhileItAloneHasABit() {
    add("long", 0, 1, 1);
    add("short", 0, 2, 0);

    assertThat(unneeded()).isEmpty();
  }

  @Test
  void aSmallerEntryWithTheSameBitsTakesTheirPlace() {
    add("a longer one", 0, 3, 1);
    add("shorter", 0, 7, 1);

    assertThat(unneeded()).containsExactly("a longer one");
  }

  @Test
  void aLargerEntryWithNothingOfItsOwnIsNotNeeded() {
    add("a", 0, 3, 1);
    add("a b c d", 0, 2, 1);

    assertThat(unneeded()).containsExactly("a b c d");
  }

  @Test
  void severalEntriesTogetherMakeAnotherOneUseless() {
    add("both of them", 0, 1, 1);
    add("one", 0, 1, 0);
    assertThat(unneeded()).isEmpty();
    add("two", 0, 0, 1);

    assertThat(unneeded()).containsExactly("both of them");
  }

  @Test
  void aFastEntryCountsMoreThanASmallOne() {
    add("tiny", 1_000_000, 1);
    add("somewhat longer", 1_000, 1);

    assertThat(unneeded()).contains("tiny");
  }

  @Test
  void everyBitOfAProbeCounts() {
    add("loops once", 0, 1);
    add("loops very often", 0, 0x80);

    assertThat(unneeded()).isEmpty();
  }

  @Test
  void ofAnEntryWithoutCoverageNothingIsKnown() {
    add("first", 0, 1);
    add("no bits", 0, 0);

    assertThat(unneeded()).isEmpty();
  }

  @Test
  void probesMayBeAddedAtAnyTime() {
    add("early", 0, 1);
    add("later, with a class more", 0, 0, 0, 0, 1);

    assertThat(unneeded()).isEmpty();
  }
}
