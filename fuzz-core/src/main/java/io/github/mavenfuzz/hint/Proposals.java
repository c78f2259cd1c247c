package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.mutate.Hint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The hints and words of one input, each once, as many as there may be; those of one comparison
 * only so many that others have room.
 */
final class Proposals {
  private static final int MOST_HINTS = 192;
  private static final int MOST_WORDS = 96;
  private static final int MOST_OF_ONE = 24;
  private static final int LONGEST_WORD = 128;

  private final Set<Hint> hints = new LinkedHashSet<>();
  private final Set<String> words = new LinkedHashSet<>();
  private int ofThis;

  /** What follows comes of another comparison. */
  void beginComparison() {
    ofThis = 0;
  }

  boolean isFull() {
    return hints.size() >= MOST_HINTS;
  }

  boolean hasRoom() {
    return ofThis < MOST_OF_ONE && !isFull();
  }

  /** How many hints the comparison has brought. */
  int ofThis() {
    return ofThis;
  }

  /**
   * @param hint null is passed over
   */
  void add(Hint hint) {
    if (hint != null && hasRoom() && hints.add(hint)) {
      ofThis++;
    }
  }

  /** A text that an input may have to hold somewhere. */
  void addWord(String text) {
    addWord(text.getBytes(StandardCharsets.UTF_8));
  }

  void addWord(byte[] bytes) {
    if (bytes.length > 1 && bytes.length <= LONGEST_WORD && words.size() < MOST_WORDS) {
      words.add(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  List<Hint> hints() {
    return new ArrayList<>(hints);
  }

  /** The characters U+0000 to U+00FF of each are its bytes. */
  List<String> words() {
    return new ArrayList<>(words);
  }
}
