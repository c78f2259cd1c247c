package io.github.mavenfuzz.mutate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.ByteRun;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordMutationsTest {
  private static final Dictionary WORDS = new Dictionary(List.of("SELECT", "x", "\u00ff\u0000"));
  private static final ByteMutation INSERT = WordMutations.of(WORDS).get(0);
  private static final ByteMutation OVERWRITE = WordMutations.of(WORDS).get(1);

  @Test
  void insertsEveryWordAnywhere() {
    assertThat(results(INSERT, "ab", 100))
        .hasSize(9)
        .contains("SELECTab", "aSELECTb", "abSELECT", "xab", "axb", "abx", "a\u00ff\u0000b");
  }

  @Test
  void insertsNothingForWhichThereIsNoRoom() {
    assertThat(results(INSERT, "ab", 4)).hasSize(6).contains("axb").noneMatch(s -> s.length() > 4);
    assertThat(results(INSERT, "ab", 2)).isEmpty();
  }

  @Test
  void insertsIntoNothing() {
    assertThat(results(INSERT, "", 100)).containsExactlyInAnyOrder("SELECT", "x", "\u00ff\u0000");
  }

  @Test
  void overwritesAsManyBytesAsTheWordHas() {
    assertThat(results(OVERWRITE, "1234567", 7))
        .contains("SELECT7", "1SELECT", "x234567", "123456x", "1\u00ff\u00004567")
        .allMatch(s -> s.length() == 7);
    assertThat(results(OVERWRITE, "", 7)).isEmpty();
  }

  @Test
  void overwritesNothingWithItself() {
    assertThat(results(OVERWRITE, "x", 7)).isEmpty();
  }

  @Test
  void anEmptyDictionaryLeavesTheMutationsAsTheyAre() {
    assertThat(WordMutations.of(Dictionary.EMPTY)).isEmpty();
    for (int seed = 0; seed < 200; seed++) {
      assertThat(mutated(seed, Dictionary.EMPTY)).isEqualTo(mutated(seed, null));
    }
  }

  @Test
  void mutatorsWithEqualWordsDoTheSame() {
    Dictionary equal = new Dictionary(List.copyOf(WORDS.words()));
    for (int seed = 0; seed < 200; seed++) {
      assertThat(mutated(seed, equal)).isEqualTo(mutated(seed, WORDS));
    }
  }

  @Test
  void aMutatorMakesUseOfTheWords() {
    Set<String> made = new HashSet<>();
    for (int seed = 0; seed < 500; seed++) {
      made.add(mutated(seed, WORDS));
    }

    assertThat(made).anyMatch(s -> s.contains("SELECT"));
  }

  @Test
  void aMutatorForgetsTheWordsOfTheCallBefore() {
    PcgRandom random = new PcgRandom(1, 1);
    Mutator mutator = new Mutator(random);
    mutator.begin(Vocabulary.of(WORDS));
    mutator.begin(Vocabulary.EMPTY);
    MutableInput input = new MutableInput(InputShape.of(LeafKind.BYTES), 100);
    MutableInput expected = new MutableInput(InputShape.of(LeafKind.BYTES), 100);
    Mutator without = new Mutator(new PcgRandom(1, 1));
    for (int i = 0; i < 200; i++) {
      mutator.mutate(input);
      without.mutate(expected);
      assertThat(input.arguments()).isEqualTo(expected.arguments());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0100"})
  void whatIsNotMadeOfBytesIsNoWord(String word) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Dictionary(List.of(word)));
  }

  private static String mutated(int seed, Dictionary dictionary) {
    PcgRandom random = new PcgRandom(seed, 1);
    Mutator mutator = new Mutator(random);
    if (dictionary != null) {
      mutator.begin(Vocabulary.of(dictionary));
    }
    MutableInput input = new MutableInput(InputShape.of(LeafKind.BYTES), 100);
    for (int i = 0; i < 5; i++) {
      mutator.mutate(input);
    }
    return new String((byte[]) input.values().get(0), ISO_8859_1);
  }

  /** All that becomes of a content by one mutation, when it applies. */
  private static Set<String> results(ByteMutation mutation, String content, int maxLength) {
    Set<String> results = new HashSet<>();
    PcgRandom random = new PcgRandom(1, 1);
    for (int i = 0; i < 500; i++) {
      ByteRun run = new ByteRun(maxLength);
      byte[] bytes = content.getBytes(ISO_8859_1);
      run.set(bytes, bytes.length);
      boolean applied = mutation.apply(run, random);
      String result = new String(run.toArray(), ISO_8859_1);
      assertThat(applied).isEqualTo(!result.equals(content));
      if (applied) {
        results.add(result);
      }
    }
    return results;
  }
}
