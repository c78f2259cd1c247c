package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteRun;
import java.util.Arrays;
import java.util.List;

/** Mutations that put words of a dictionary into an input. */
final class WordMutations {
  private final byte[][] words;

  private WordMutations(Dictionary dictionary) {
    words = dictionary.bytes();
  }

  /** None for a dictionary without words. */
  static List<ByteMutation> of(Dictionary dictionary) {
    WordMutations mutations = new WordMutations(dictionary);
    return dictionary.words().isEmpty()
        ? List.of()
        : List.of(mutations::insert, mutations::overwrite);
  }

  private byte[] word(PcgRandom random) {
    return words[random.below(words.length)];
  }

  /** Makes room for a word. */
  private boolean insert(ByteRun run, PcgRandom random) {
    byte[] word = word(random);
    if (!run.hasRoomFor(word.length)) {
      return false;
    }
    int at = random.below(run.length() + 1);
    run.insertGap(at, word.length);
    System.arraycopy(word, 0, run.array(), at, word.length);
    return true;
  }

  /** Writes a word over as many bytes. */
  private boolean overwrite(ByteRun run, PcgRandom random) {
    byte[] word = word(random);
    if (run.length() < word.length) {
      return false;
    }
    int at = random.below(run.length() - word.length + 1);
    byte[] bytes = run.array();
    if (Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
      return false;
    }
    System.arraycopy(word, 0, bytes, at, word.length);
    return true;
  }
}
