package io.github.mavenfuzz.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CorpusTest {
  private final Corpus corpus = new Corpus();

  private static CorpusEntry seed(String name, int... content) {
    byte[] bytes = new byte[content.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) content[i];
    }
    return new CorpusEntry(bytes, name, Path.of(name), true);
  }

  @Test
  void keepsEachContentOnceInTheOrderOfAdding() {
    assertThat(corpus.add(seed("b", 2))).isTrue();
    assertThat(corpus.add(seed("a", 1))).isTrue();
    assertThat(corpus.add(seed("again", 2))).isFalse();
    assertThat(corpus.add(seed("empty"))).isTrue();

    assertThat(corpus.entries()).extracting(CorpusEntry::name).containsExactly("b", "a", "empty");
    assertThat(corpus.size()).isEqualTo(3);
  }

  @Test
  void namesAnEntryInMemoryByItsHash() {
    CorpusEntry entry = CorpusEntry.inMemory(new byte[] {'a', 'b', 'c'});

    assertThat(entry.name()).startsWith("ba7816bf8f01cfea").hasSize(64);
    assertThat(entry.file()).isNull();
    assertThat(entry.seed()).isFalse();
  }
}
