package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the default handler of the JVM")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StartedThreadsTest {
  private static final Runnable FAILING =
      () -> {
        throw new IllegalStateException("on a thread");
      };

  private final AtomicReference<Throwable> elsewhere = new AtomicReference<>();
  private Thread.UncaughtExceptionHandler before;

  @BeforeEach
  void hear() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> elsewhere.set(thrown));
  }

  @AfterEach
  void forget() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  private static Throwable thrownBy(Deadline.Run run) {
    ReplayInput input = new ReplayInput("crash-1", "crash-1", List::of);
    return catchThrowable(() -> StartedThreads.run(input, run));
  }

  @Test
  void hearsOfAThreadThatTheTargetDoesNotWaitFor() {
    assertThat(thrownBy(() -> new Thread(FAILING).start()))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("on a thread");
    assertThat(elsewhere).hasNullValue();
  }

  @Test
  void hearsOfAThreadThatSleepsFirst() {
    Runnable late =
        () -> {
          try {
            TimeUnit.MILLISECONDS.sleep(100);
          } catch (InterruptedException e) {
            return;
          }
          FAILING.run();
        };

    assertThat(thrownBy(() -> new Thread(late).start())).hasMessage("on a thread");
  }

  @Test
  void hearsOfAThreadOfAThread() {
    Runnable starts = () -> new Thread(FAILING).start();

    assertThat(thrownBy(() -> new Thread(starts).start())).hasMessage("on a thread");
  }

  @Test
  void hearsOfAVirtualThread() {
    assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);

    Deadline.Run run =
        () -> Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, FAILING);

    assertThat(thrownBy(run)).hasMessage("on a thread");
  }

  @Test
  void hearsOfATaskOfAPool() {
    ExecutorService pool = Executors.newFixedThreadPool(2);

    assertThat(thrownBy(() -> pool.execute(FAILING))).hasMessage("on a thread");
    pool.shutdown();
  }

  @Test
  void whatTheRunThrowsItselfComesFirst() {
    Throwable thrown =
        thrownBy(
            () -> {
              new Thread(FAILING).start();
              throw new ArithmeticException("itself");
            });

    assertThat(thrown).isExactlyInstanceOf(ArithmeticException.class);
  }

  @Test
  void passesWhenItsThreadsDo() {
    CountDownLatch never = new CountDownLatch(1);
    Thread waiting =
        new Thread(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                // the end
              }
            });

    assertThat(thrownBy(waiting::start)).isNull();
    waiting.interrupt();
  }

  @Test
  void leavesTheThreadsOfOthersToTheHandlerThatWasThere() throws Exception {
    Thread other = new Thread(FAILING);

    Throwable thrown =
        thrownBy(
            () -> {
              other.start();
              other.join();
            });

    assertThat(thrown).isNull();
    assertThat(elsewhere.get()).hasMessage("on a thread");
  }

  @Test
  void putsTheHandlerBack() {
    Thread.UncaughtExceptionHandler mine = Thread.getDefaultUncaughtExceptionHandler();

    thrownBy(() -> new Thread(FAILING).start());

    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(mine);
  }

  @Test
  void leavesAHandlerThatTheTargetHasSet() {
    Thread.UncaughtExceptionHandler ofTarget = (thread, thrown) -> {};

    thrownBy(() -> Thread.setDefaultUncaughtExceptionHandler(ofTarget));

    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(ofTarget);
  }
}
