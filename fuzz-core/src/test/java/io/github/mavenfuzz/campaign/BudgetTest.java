package io.github.mavenfuzz.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
  private static final Duration LONG = Duration.ofDays(1);

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
    budget.resume();

    while (budget.elapsed().toNanos() <= 1) {
      Thread.onSpinWait();
    }

    assertThat(budget.isOver()).isTrue();
    assertThat(budget.remaining()).isNegative();
  }

  @Test
  void beginsOnce() {
    Budget budget = new Budget(Duration.ofDays(1), 0);
    budget.resume();
    while (budget.elapsed().toNanos() < 1_000_000) {
      Thread.onSpinWait();
    }

    budget.resume();

    assertThat(budget.elapsed()).isGreaterThanOrEqualTo(Duration.ofNanos(1_000_000));
  }

  @Test
  void spendsNoTimeWhileItIsPaused() {
    Budget budget = new Budget(Duration.ofDays(1), 0);
    assertThat(budget.resume()).isTrue();
    spend(budget, 1_000_000);
    budget.pause();
    Duration paused = budget.elapsed();
    long start = System.nanoTime();
    while (System.nanoTime() - start < 1_000_000) {
      Thread.onSpinWait();
    }

    assertThat(budget.elapsed()).isEqualTo(paused);
    assertThat(budget.resume()).isFalse();
    spend(budget, paused.toNanos() + 1);
    assertThat(budget.elapsed()).isGreaterThan(paused);
  }

  private static void spend(Budget budget, long nanos) {
    while (budget.elapsed().toNanos() < nanos) {
      Thread.onSpinWait();
    }
  }

  @Test
  void isOverWithItsRuns() {
    Budget budget = new Budget(LONG, 10);

    budget.addRuns(9);
    assertThat(budget.isOver()).isFalse();
    budget.addRuns(1);
    assertThat(budget.isOver()).isTrue();
    assertThat(budget.runs()).isEqualTo(10);
  }

  @Test
  void theLongestTimeThatThereIsCanBeCountedInNanoseconds() {
    Budget budget = new Budget(Duration.ofSeconds(Long.MAX_VALUE), 0);

    assertThat(budget.remaining().toNanos()).isPositive();
    assertThat(budget.isOver()).isFalse();
  }

  @Test
  void withoutALimitOfRunsAnyNumberIsGranted() {
    Budget budget = new Budget(LONG, 0);

    budget.addRuns(1_000_000);

    assertThat(budget.reserve(0)).isZero();
    assertThat(budget.reserve(7)).isEqualTo(7);
    assertThat(budget.share(2)).isZero();
    assertThat(budget.canReserve()).isTrue();
  }

  @Test
  void neverPromisesARunTwice() {
    Budget budget = new Budget(LONG, 10);

    assertThat(budget.reserve(6)).isEqualTo(6);
    assertThat(budget.reserve(6)).isEqualTo(4);
    assertThat(budget.canReserve()).isFalse();

    budget.release(4);
    budget.addRuns(3);
    assertThat(budget.canReserve()).isTrue();
    assertThat(budget.reserve(6)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"100000, 1, 100000", "100000, 2, 50000", "100000, 4, 25000", "1500, 2, 1000"})
  void everyWorkerGetsAShareOfTheRuns(long executions, int workers, long share) {
    assertThat(new Budget(LONG, executions).share(workers)).isEqualTo(share);
  }
}
