package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The median and the ends of figures of several rounds. */
class StatisticIT {
  @Test
  void medianIsTheMiddleOrBetweenTheTwoMiddleOnes() {
    assertThat(Statistic.of(List.of(9, 1, 2))).contains(new Statistic(2, 1, 9));
    assertThat(Statistic.of(List.of(4, 1, 2, 9))).contains(new Statistic(3, 1, 9));
  }

  @Test
  void figuresThatWereNotMeasuredDoNotCount() {
    assertThat(Statistic.of(Arrays.asList(null, 5.5, null))).contains(new Statistic(5.5, 5.5, 5.5));
    assertThat(Statistic.of(Arrays.asList(null, (Double) null))).isEmpty();
  }

  @Test
  void ratioIsThatOfMedians() {
    Statistic six = new Statistic(6, 1, 60);

    assertThat(six.ratioTo(new Statistic(2, 0, 3))).contains(3.0);
    assertThat(six.ratioTo(new Statistic(0, 0, 3))).isEmpty();
  }
}
