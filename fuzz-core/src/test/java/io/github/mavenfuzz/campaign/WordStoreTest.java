package io.github.mavenfuzz.campaign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.PcgRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordStoreTest {
  private static final Dictionary USERS = new Dictionary(List.of("SELECT", "FROM"));

  private static WordStore store(Dictionary users) {
    return new WordStore(users, new PcgRandom(1, 1));
  }

  private static List<String> words(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  @Test
  void withoutAnyWordThereIsNoDictionary() {
    assertThat(store(Dictionary.EMPTY).next()).isSameAs(Dictionary.EMPTY);
  }

  @Test
  void everyCallHasAllWordsOfTheUser() {
    WordStore store = store(USERS);
    store.addConstants(words("c", 1_000));

    assertThat(store.next().words()).startsWith("SELECT", "FROM");
    assertThat(store.next().words()).startsWith("SELECT", "FROM");
  }

  @Test
  void aFewWordsAreAllInACall() {
    WordStore store = store(Dictionary.EMPTY);
    store.addCompared(List.of("a", "b", "a", ""));
    store.addConstants(List.of("c"));

    assertThat(store.next().words()).containsExactly("a", "b", "c");
  }

  @Test
  void ofManyWordsEachCallHasOthers() {
    WordStore store = store(Dictionary.EMPTY);
    store.addCompared(words("w", 500));
    store.addConstants(words("c", 5_000));

    List<String> first = store.next().words();
    List<String> second = store.next().words();

    assertThat(first).hasSizeBetween(40, 60);
    assertThat(second).hasSizeBetween(40, 60).isNotEqualTo(first);
  }

  @Test
  void aWordThatHasBroughtCoverageIsDrawnMoreOften() {
    WordStore store = store(Dictionary.EMPTY);
    store.addConstants(words("c", 5_000));
    store.found(new Dictionary(List.of("c17", "c18")), bytes("a"), bytes("a c17"));

    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      store.next().words().forEach(word -> counts.merge(word, 1, Integer::sum));
    }

    assertThat(counts).containsEntry("c17", 20);
    assertThat(counts.getOrDefault("c18", 0)).isLessThan(5);
  }

  @Test
  void aWordThatWasThereBeforeHasBroughtNothing() {
    WordStore store = store(Dictionary.EMPTY);
    store.found(new Dictionary(List.of("c17")), bytes("c17"), bytes("c17 c17"));

    assertThat(store.next()).isSameAs(Dictionary.EMPTY);
  }
}
