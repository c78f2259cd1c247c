package io.github.mavenfuzz.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlateauTest {
  private final Plateau plateau = new Plateau();

  private static Duration after(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void beginsAnewWithEverythingNew() {
    plateau.update(1, after(10));
    plateau.update(1, after(15));
    assertThat(plateau.length(after(20))).isEqualTo(after(10));

    plateau.update(2, after(20));
    assertThat(plateau.length(after(25))).isEqualTo(after(5));
  }

  @Test
  void isToldAfterAMinuteAndThenAfterTwiceAsLongEachTime() {
    assertThat(plateau.news(after(59))).isNull();
    assertThat(plateau.news(after(61))).isEqualTo(after(61));
    assertThat(plateau.news(after(121))).isNull();
    assertThat(plateau.news(after(122))).isEqualTo(after(122));
  }

  @Test
  void isToldAgainAfterSomethingNew() {
    assertThat(plateau.news(after(60))).isNotNull();
    plateau.update(1, after(70));

    assertThat(plateau.news(after(120))).isNull();
    assertThat(plateau.news(after(130))).isEqualTo(after(60));
  }
}
