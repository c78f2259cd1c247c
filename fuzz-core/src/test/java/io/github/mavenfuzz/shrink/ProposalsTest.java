package io.github.mavenfuzz.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ProposalsTest {
  private static final InputShape TEXT = InputShape.of(LeafKind.STRING);
  private static final InputShape TYPED = InputShape.of(LeafKind.INT, LeafKind.STRING);
  private static final int TRIES = 12;

  @Test
  void theSimplestInputComesFirst() {
    assertThat(Proposals.next(TYPED, List.of(7, "text"), List.of())).contains(List.of(0, ""));
  }

  @Test
  void nothingIsSmallerThanTheSimplestInput() {
    assertThat(Proposals.next(TYPED, List.of(0, ""), List.of())).isEmpty();
    assertThat(Proposals.next(TYPED, List.of(7, "text"), List.of(true))).isEmpty();
  }

  @Test
  void halvesFollow() {
    assertThat(Proposals.next(TEXT, List.of("abcdefgh"), List.of(false))).contains(List.of("abcd"));
    assertThat(Proposals.next(TEXT, List.of("abcdefgh"), List.of(false, false)))
        .contains(List.of("efgh"));
    assertThat(Proposals.next(TEXT, List.of("abcdefgh"), List.of(false, false, true)))
        .contains(List.of("ef"));
  }

  @Test
  void fewTriesFindOneCharacterThatTenThousandOthersHide() {
    Random random = new Random(2);
    StringBuilder text = new StringBuilder();
    random.ints(10_240, 'a', 'z' + 1).forEach(c -> text.append((char) c));
    text.setCharAt(7_000, '!');

    Object smallest = shrink(TEXT, List.of(text.toString()), v -> has(v, "!")).get(0);

    assertThat((String) smallest).isEqualTo("!");
  }

  @Test
  void fewTriesHalveWhatHasToStayInOrder() {
    String text = "ab".repeat(2_000) + "bug" + "ba".repeat(2_000);

    Object smallest = shrink(TEXT, List.of(text), v -> has(v, "bug")).get(0);

    assertThat((String) smallest).contains("bug").hasSizeLessThan(200);
  }

  private static boolean has(List<Object> values, String part) {
    return ((String) values.get(values.size() - 1)).contains(part);
  }

  private static List<Object> shrink(
      InputShape shape, List<Object> values, Predicate<List<Object>> bug) {
    List<Object> best = values;
    List<Boolean> answers = new ArrayList<>();
    while (answers.size() < TRIES) {
      Optional<List<Object>> next = Proposals.next(shape, values, answers);
      if (next.isEmpty()) {
        return best;
      }
      boolean accepted = bug.test(next.get());
      answers.add(accepted);
      best = accepted ? next.get() : best;
    }
    return best;
  }
}
