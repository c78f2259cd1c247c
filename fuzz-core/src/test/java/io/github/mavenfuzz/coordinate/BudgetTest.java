package io.github.mavenfuzz.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

  @Test
  void spendsNoTimeBeforeItBegins() {
    Budget budget = new Budget(Duration.ofNanos(1), 0);

    assertThat(budget.elapsed()).isZero();
    assertThat(budget.remaining()).isEqualTo(Duration.ofNanos(1));
    assertThat(budget.isOver()).isFalse();
  }

  @Test
  void isOverWhenItsTimeIs() {
    Budget budget = new Budget(Duration.ofNanos(1), 0);
    budget.begin();

    while (budget.elapsed().toNanos() <= 1) {
      Thread.onSpinWait();
    }

    assertThat(budget.isOver()).isTrue();
    assertThat(budget.remaining()).isNegative();
  }

  @Test
  void beginsOnce() {
    Budget budget = new Budget(Duration.ofDays(1), 0);
    budget.begin();
    while (budget.elapsed().toNanos() < 1_000_000) {
      Thread.onSpinWait();
    }

    budget.begin();

    assertThat(budget.elapsed()).isGreaterThanOrEqualTo(Duration.ofNanos(1_000_000));
  }

  @Test
  void isOverWhenItsRunsAreMade() {
    Budget budget = new Budget(Duration.ofDays(1), 10);

    budget.addRuns(9);
    assertThat(budget.isOver()).isFalse();
    budget.addRuns(1);
    assertThat(budget.isOver()).isTrue();
  }

  @Test
  void promisesNoRunTwice() {
    Budget budget = new Budget(Duration.ofDays(1), 10);

    assertThat(budget.reserve(7)).isEqualTo(7);
    assertThat(budget.reserve(7)).isEqualTo(3);
    assertThat(budget.canReserve()).isFalse();
    budget.release(3);
    assertThat(budget.reserve(7)).isEqualTo(3);
  }

  @Test
  void grantsWhatIsWantedWhenOnlyTimeCounts() {
    Budget budget = new Budget(Duration.ofDays(1), 0);

    assertThat(budget.reserve(7)).isEqualTo(7);
    assertThat(budget.reserve(0)).isZero();
    assertThat(budget.canReserve()).isTrue();
  }
}
