package io.github.mavenfuzz.mutate;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Words of the format that a target reads, which mutations insert into inputs. Both sides of a run
 * have the same words in the same order, so that mutations can be replayed.
 *
 * @param words not empty; the characters U+0000 to U+00FF of each are its bytes
 */
public record Dictionary(List<String> words) {
  /** Without words, there are no mutations for words either. */
  public static final Dictionary EMPTY = new Dictionary(List.of());

  /**
   * @throws IllegalArgumentException for a word that is empty or not made of bytes
   */
  public Dictionary {
    words = List.copyOf(words);
    for (String word : words) {
      if (word.isEmpty() || word.chars().anyMatch(c -> c > 0xFF)) {
        throw new IllegalArgumentException("not a word of bytes: " + word);
      }
    }
  }

  /** The bytes of each word. */
  byte[][] bytes() {
    return words.stream()
        .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
        .toArray(byte[][]::new);
  }
}
