package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownHangDeadlineTest {
  private final KnownHangDeadline impatience = new KnownHangDeadline(1000);

  @Test
  void waitsForTheDeadlineWhileNoHangIsKnown() {
    assertThat(impatience.isDue(999)).isFalse();
    assertThat(impatience.isKnown(List.of())).isFalse();
  }

  @Test
  void looksAtARunAfterATenthOfTheDeadlineAndAfterEachFurtherOne() {
    impatience.expect(samples -> true);

    assertThat(impatience.isDue(99)).isFalse();
    assertThat(impatience.isDue(100)).isTrue();
    assertThat(impatience.isDue(101)).isFalse();
    assertThat(impatience.isDue(199)).isFalse();
    assertThat(impatience.isDue(200)).isTrue();
    assertThat(impatience.isDue(5)).as("the next run").isFalse();
    assertThat(impatience.isDue(100)).isTrue();
  }

  @Test
  void givesARunFiftyTimesWhatTheSlowestButOneHasTaken() {
    impatience.expect(samples -> true);
    impatience.passed(5);
    impatience.passed(100);
    impatience.passed(3);

    assertThat(impatience.isDue(249)).isFalse();
    assertThat(impatience.isDue(250)).isTrue();
  }

  @Test
  void knowsTheHangsThatItIsTold() {
    impatience.expect(List::isEmpty);
    assertThat(impatience.isKnown(List.of())).isTrue();

    impatience.expect(null);
    assertThat(impatience.isKnown(List.of())).isFalse();
    assertThat(impatience.isDue(999)).isFalse();
  }
}
