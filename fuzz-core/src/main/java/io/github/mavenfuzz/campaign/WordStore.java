package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.PcgRandom;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words for the mutations of a campaign: the user's, those that inputs were compared with, and the
 * constants of the classes. Each call gets some of them. One that has brought coverage is drawn
 * more often. Belongs to the coordinator's thread; depends on nothing but the calls and the seed.
 */
final class WordStore {
  private static final int MOST_COMPARED = 1 << 12;
  private static final int MOST_CONSTANTS = 1 << 14;

  /** Of each kind in one call. */
  private static final int COMPARED = 40;

  private static final int PROVEN = 16;
  private static final int CONSTANTS = 16;

  private final Dictionary users;
  private final PcgRandom random;
  private final Indexed compared = new Indexed(MOST_COMPARED);
  private final Indexed constants = new Indexed(MOST_CONSTANTS);

  /** Words that have brought coverage, once for each time. */
  private final List<String> proven = new ArrayList<>();

  /** Words of which each has an index. */
  private static final class Indexed {
    private final int most;
    private final Set<String> known = new HashSet<>();
    private final List<String> words = new ArrayList<>();

    Indexed(int most) {
      this.most = most;
    }

    void add(String word) {
      if (words.size() < most && known.add(word)) {
        words.add(word);
      }
    }
  }

  /**
   * @param users of which every call has all
   */
  WordStore(Dictionary users, PcgRandom random) {
    this.users = users;
    this.random = random;
  }

  /** Adds words that inputs were compared with. */
  void addCompared(List<String> words) {
    words.stream().filter(word -> !word.isEmpty()).forEach(compared::add);
  }

  /** Adds constants of classes. */
  void addConstants(List<String> words) {
    words.stream().filter(word -> !word.isEmpty()).forEach(constants::add);
  }

  /** The words for one call. */
  Dictionary next() {
    Set<String> taken = new LinkedHashSet<>(users.words());
    draw(proven, PROVEN, taken);
    draw(compared.words, COMPARED, taken);
    draw(constants.words, CONSTANTS, taken);
    return taken.isEmpty() ? Dictionary.EMPTY : new Dictionary(List.copyOf(taken));
  }

  private void draw(List<String> from, int most, Set<String> to) {
    if (from.size() <= most) {
      to.addAll(from);
      return;
    }
    for (int i = 0; i < most; i++) {
      to.add(from.get(random.below(from.size())));
    }
  }

  /**
   * Takes note of an input with new coverage.
   *
   * @param words of the call that has brought it
   */
  void found(Dictionary words, byte[] parent, byte[] input) {
    String before = new String(parent, StandardCharsets.ISO_8859_1);
    String after = new String(input, StandardCharsets.ISO_8859_1);
    for (String word : words.words()) {
      if (proven.size() < MOST_COMPARED && after.contains(word) && !before.contains(word)) {
        proven.add(word);
      }
    }
  }
}
