package io.github.mavenfuzz.hint;

import static io.github.mavenfuzz.hint.Sample.open;
import static io.github.mavenfuzz.hint.Sample.order;
import static io.github.mavenfuzz.hint.Sample.site;
import static io.github.mavenfuzz.hint.Sample.traced;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.Comparison.Relation;
import io.github.mavenfuzz.comparison.Site;
import io.github.mavenfuzz.comparison.Site.Constant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private final Progress progress = new Progress();

  @Test
  void aComparisonIsOpenUntilItHasGoneBothWays() {
    Traced differs = traced(1, Relation.NUMBERS, 5L, 9L);

    assertThat(progress.isOpen(differs)).isTrue();
    progress.note(differs);
    progress.note(traced(1, Relation.NUMBERS, 50L, 9L));
    assertThat(progress.isOpen(differs)).isTrue();
    progress.note(traced(1, Relation.NUMBERS, 9L, 9L));
    assertThat(progress.isOpen(differs)).isFalse();
  }

  @Test
  void anOrderIsMetByLessAndGreater() {
    progress.note(order(1, 5L, 9L));
    assertThat(progress.isOpen(order(1, 5L, 9L))).isTrue();

    progress.note(order(1, 10L, 9L));
    assertThat(progress.isOpen(order(1, 5L, 9L))).isFalse();
  }

  @Test
  void eachConstantOfAPlaceCounts() {
    progress.note(traced(1, Relation.EQUAL, "a", "x"));
    progress.note(traced(1, Relation.EQUAL, "x", "x"));

    assertThat(progress.isOpen(traced(1, Relation.EQUAL, "a", "x"))).isFalse();
    assertThat(progress.isOpen(traced(1, Relation.EQUAL, "a", "y"))).isTrue();
  }

  @Test
  void aPlaceWithoutConstantsCountsOnce() {
    progress.note(open(1, Relation.EQUAL, "a", "x"));
    progress.note(open(1, Relation.EQUAL, "b", "b"));

    assertThat(progress.isOpen(open(1, Relation.EQUAL, "a", "y"))).isFalse();
    assertThat(progress.isOpen(open(2, Relation.EQUAL, "a", "y"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"START, x1, x", "END, 1x, x", "PART, 1x1, x", "CASELESS, X, x", "EQUAL, x, x"})
  void aTextIsMetByTheRelation(Relation relation, String text, String wanted) {
    Traced differs = traced(1, relation, "abc", wanted);
    progress.note(differs);

    progress.note(traced(1, relation, text, wanted));

    assertThat(progress.isOpen(differs)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"EQUALITY, 24", "ORDER, 6"})
  void givesUpAfterManyTries(Site.Test test, int tries) {
    Site site = site(1, test, Constant.RIGHT, List.of());
    Traced traced = traced(site, Relation.NUMBERS, 5L, 9L);
    for (int i = 0; i < tries; i++) {
      assertThat(progress.isOpen(traced)).isTrue();
      progress.tried(traced);
    }

    assertThat(progress.isOpen(traced)).isFalse();
  }

  @Test
  void aKeyOfASwitchIsOpenUntilItWasGiven() {
    Site site = site(1, Site.Test.EQUALITY, Constant.RIGHT, List.of(1L, 2L));
    progress.note(traced(site, Relation.KEYS, 1L, null));

    assertThat(progress.isOpen(site, 1L)).isFalse();
    assertThat(progress.isOpen(site, 2L)).isTrue();
  }
}
