package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.Comparisons;
import io.github.mavenfuzz.comparison.Site;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceRegistryTest {
  private final TraceRegistry registry = new TraceRegistry();

  private static Site site(int line) {
    return new Site("A", "a", line, Site.Test.EQUALITY, Site.Constant.NONE, List.of());
  }

  @Test
  void sitesAreNumberedOneAfterTheOther() {
    assertThat(registry.register(site(5))).isZero();
    assertThat(registry.register(site(6))).isEqualTo(1);
    assertThat(registry.site(1)).isEqualTo(site(6));
  }

  @Test
  void aSiteForWhichThereIsNoRoomHasNoNumber() {
    IntStream.range(0, Comparisons.MOST_SITES).forEach(line -> registry.register(site(1)));

    assertThat(registry.register(site(2))).isNegative();
    assertThat(registry.site(Comparisons.MOST_SITES - 1)).isEqualTo(site(1));
  }

  @Test
  void wordsAreThereOnceUntilTheyAreAskedFor() {
    registry.addWords(List.of("a", "b"));
    registry.addWords(List.of("b", "c"));

    assertThat(registry.drainWords()).containsExactly("a", "b", "c");
    assertThat(registry.drainWords()).isEmpty();
    registry.addWords(List.of("a"));
    assertThat(registry.drainWords()).containsExactly("a");
  }

  @Test
  void wordsThatNobodyAsksForDoNotGrowWithoutEnd() {
    for (int i = 0; i < 100_000; i++) {
      registry.addWords(List.of("w" + i));
    }

    assertThat(registry.drainWords()).hasSize(1 << 14).startsWith("w0", "w1");
  }
}
