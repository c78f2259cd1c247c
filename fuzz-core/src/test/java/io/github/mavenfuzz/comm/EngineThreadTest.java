package io.github.mavenfuzz.comm;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = MINUTES)
class EngineThreadTest {
  @Test
  void isOutOfReachOfTheGroupOfWhoMadeIt() throws Exception {
    ThreadGroup target = new ThreadGroup("target");
    Thread[] made = new Thread[1];
    Thread maker = new Thread(target, () -> made[0] = new EngineThread(() -> {}, "engine"));
    maker.start();
    maker.join();

    assertThat(target.parentOf(made[0].getThreadGroup())).isFalse();
    assertThat(made[0].getThreadGroup()).isNotEqualTo(Thread.currentThread().getThreadGroup());
    assertThat(made[0].isDaemon()).isTrue();
  }

  @Test
  void ignoresInterrupts() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread thread =
        new EngineThread(
            () -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                interrupted.set(true);
              }
            },
            "engine");
    thread.start();

    thread.interrupt();
    end.countDown();
    thread.join();

    assertThat(interrupted).isFalse();
  }

  @Test
  void takesOverNoInheritableState() throws Exception {
    ThreadLocal<String> local = new InheritableThreadLocal<>();
    local.set("of the maker");
    String[] seen = new String[] {"nothing"};
    Thread thread = new EngineThread(() -> seen[0] = local.get(), "engine");
    thread.start();
    thread.join();

    assertThat(seen[0]).isNull();
  }
}
