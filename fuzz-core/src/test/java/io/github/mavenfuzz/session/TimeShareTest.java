package io.github.mavenfuzz.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.classname.ClassPatterns;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeShareTest {
  private Duration clock = Duration.ofDays(1);

  private final Worker first = worker(Worker.Role.FUZZ);
  private final Worker second = worker(Worker.Role.FUZZ);
  private final Worker confirming = worker(Worker.Role.CONFIRM);

  private static Worker worker(Worker.Role role) {
    WorkerSetup setup = new WorkerSetup(null, Duration.ofSeconds(1), ClassPatterns.ALL, List.of());
    return new Worker(role, setup, 1, null, event -> {});
  }

  private TimeShare share(int workers) {
    return new TimeShare(workers, 3, () -> clock.toNanos());
  }

  private void pass(int seconds) {
    clock = clock.plusSeconds(seconds);
  }

  @Test
  void theFirstTasksNeedNotWait() {
    assertThat(share(2).allows(Duration.ZERO)).isTrue();
  }

  @Test
  void theWorkTakesItsPartOfTheTimeOfAllWorkersAndAHeadStart() {
    TimeShare share = share(2);
    share.begin(first);
    pass(22);
    share.end(first);

    assertThat(share.allows(Duration.ofSeconds(29))).isFalse();
    assertThat(share.allows(Duration.ofSeconds(30))).isTrue();
  }

  @Test
  void tasksThatAreUnderWayCountAndSoDoConfirmations() {
    TimeShare share = share(1);
    share.begin(first);
    share.begin(confirming);
    pass(3);

    assertThat(share.allows(Duration.ofSeconds(11))).isFalse();
    assertThat(share.allows(Duration.ofSeconds(12))).isTrue();
  }

  @Test
  void otherTasksDoNotCount() {
    TimeShare share = share(1);
    pass(60);
    share.end(first);

    assertThat(share.allows(Duration.ZERO)).isTrue();
  }

  @Test
  void oneWorkerAtLeastFuzzes() {
    TimeShare share = share(2);
    assertThat(share.leavesOneFuzzing()).isTrue();
    share.begin(first);
    assertThat(share.leavesOneFuzzing()).isFalse();
    share.end(first);
    share.begin(confirming);
    assertThat(share.leavesOneFuzzing()).isTrue();
    share.begin(second);
    assertThat(share.leavesOneFuzzing()).isFalse();
  }

  @Test
  void aSingleWorkerDoesBothInTurns() {
    TimeShare share = share(1);

    assertThat(share.leavesOneFuzzing()).isTrue();
  }
}
