package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void aRunThatStillHangsFailsWithItsStackAndIsInterrupted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThatThrownBy(() -> Deadline.run(() -> hang(interrupted), Duration.ofSeconds(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessage("no return within 1 s")
        .satisfies(
            e -> assertThat(e.getStackTrace()).anyMatch(f -> f.getMethodName().equals("hang")));

    interrupted.await();
  }

  private static void hang(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  @Test
  void whatARunThrowsIsThrown() {
    IllegalStateException thrown = new IllegalStateException();

    assertThatThrownBy(
            () ->
                Deadline.run(
                    () -> {
                      throw thrown;
                    },
                    Duration.ofDays(1)))
        .isSameAs(thrown);
  }

  @Test
  void onlyAnInputThatHungRunsOnAThreadOfItsOwn() throws Throwable {
    assertThat(threadOf("timeout-ab12")).isNotEqualTo(Thread.currentThread());
    assertThat(threadOf("crash-ab12")).isEqualTo(Thread.currentThread());
    assertThat(threadOf("timeouts.json")).isEqualTo(Thread.currentThread());
  }

  private static Thread threadOf(String name) throws Throwable {
    AtomicReference<Thread> thread = new AtomicReference<>();
    Deadline.run(
        new ReplayInput(name, name, () -> List.of()), () -> thread.set(Thread.currentThread()));
    return thread.get();
  }
}
