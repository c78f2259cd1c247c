package io.github.mavenfuzz.worker;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = MINUTES)
class WatchdogTest {
  private static final long HOUR_MILLIS = 3_600_000;

  private final CompletableFuture<List<StackTraceElement[]>> stuck = new CompletableFuture<>();

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void interruptsARunThatIsStuckAndKeepsItsStack() {
    Watchdog watchdog = started(50);
    AtomicInteger interrupts = new AtomicInteger();

    watchdog.begin();
    sleepUntilInterrupted(interrupts);
    List<StackTraceElement[]> samples = watchdog.end();

    assertThat(interrupts).hasValue(1);
    assertThat(samples).isNotEmpty();
    assertThat(samples)
        .allSatisfy(s -> assertThat(s[0].getClassName()).isEqualTo(Thread.class.getName()))
        .allSatisfy(s -> assertThat(s[0].getMethodName()).startsWith("sleep"))
        .allSatisfy(
            s ->
                assertThat(Arrays.stream(s).map(StackTraceElement::getMethodName))
                    .contains("sleepUntilInterrupted"));
    assertThat(stuck).isNotDone();
  }

  @Test
  void goesOnWatchingAfterAStuckRun() {
    Watchdog watchdog = started(20);

    for (int i = 0; i < 5; i++) {
      watchdog.begin();
      sleepUntilInterrupted(new AtomicInteger());
      assertThat(watchdog.end()).isNotEmpty();
      watchdog.begin();
      watchdog.end();
    }

    assertThat(watchdog.isRunning()).isFalse();
  }

  @Test
  void doesNotWaitForTheDeadlineOfAHangThatIsKnown() {
    Watchdog watchdog = started(5000);
    AtomicInteger looks = new AtomicInteger();
    watchdog.expect(samples -> looks.incrementAndGet() > 0);

    watchdog.begin();
    sleepUntilInterrupted(new AtomicInteger());

    assertThat(watchdog.end()).isNotEmpty();
    assertThat(looks).as("one look ended the run").hasValue(1);
    assertThat(stuck).isNotDone();
  }

  @Test
  void waitsForTheDeadlineOfAHangThatIsNotKnown() {
    Watchdog watchdog = started(300);
    AtomicInteger looks = new AtomicInteger();
    watchdog.expect(
        samples -> {
          looks.incrementAndGet();
          return false;
        });

    watchdog.begin();
    sleepUntilInterrupted(new AtomicInteger());

    assertThat(watchdog.end()).isNotEmpty();
    assertThat(looks).hasPositiveValue();
  }

  @Test
  void endsTheJvmOnlyWhenARunIgnoresTheInterrupt() throws Exception {
    CountDownLatch reported = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Runnable run =
        () -> {
          Watchdog watchdog =
              new Watchdog(
                  Thread.currentThread(),
                  20,
                  samples -> {
                    stuck.complete(samples);
                    reported.countDown();
                  });
          watchdog.start();
          watchdog.begin();
          spinUntil(reported);
          interrupted.complete(Thread.currentThread().isInterrupted());
        };
    Thread runner = new Thread(run);
    runner.setDaemon(true);
    runner.start();

    assertThat(stuck.get())
        .isNotEmpty()
        .allSatisfy(
            s ->
                assertThat(Arrays.stream(s).map(StackTraceElement::getMethodName))
                    .contains("spinUntil"));
    assertThat(interrupted.get()).isTrue();
  }

  @Test
  void knowsTheNumberOfARunThatIsStuck() {
    long[] number = new long[1];
    CountDownLatch reported = new CountDownLatch(1);
    Watchdog[] watchdog = new Watchdog[1];
    watchdog[0] =
        new Watchdog(
            Thread.currentThread(),
            20,
            samples -> {
              number[0] = watchdog[0].lastRun();
              reported.countDown();
            });
    watchdog[0].start();
    watchdog[0].begin();
    watchdog[0].end();
    long before = watchdog[0].lastRun();
    watchdog[0].begin();
    assertThat(watchdog[0].lastRun()).isEqualTo(before + 2);

    spinUntil(reported);

    assertThat(number[0]).isEqualTo(before + 2);
  }

  @Test
  void leavesRunsAloneThatReturnInTime() {
    Watchdog watchdog = started(HOUR_MILLIS);

    for (int i = 0; i < 1_000_000; i++) {
      watchdog.begin();
      assertThat(watchdog.isRunning()).isTrue();
      if (watchdog.end() != null) {
        throw new AssertionError("run " + i + " was taken for a stuck one");
      }
    }

    assertThat(watchdog.isRunning()).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** Many short runs in a row are not one long run: each has a number of its own. */
  @Test
  void doesNotTakeManyRunsForOne() {
    Watchdog watchdog = started(1000);
    long end = watchdog.coarseNanoTime() + 1_500_000_000L;

    while (watchdog.coarseNanoTime() < end) {
      watchdog.begin();
      assertThat(watchdog.end()).isNull();
    }
  }

  @Test
  void doesNotCountTheTimeBetweenRuns() throws Exception {
    Watchdog watchdog = started(50);
    watchdog.begin();
    watchdog.end();

    awaitTicks(watchdog, 30);

    watchdog.begin();
    assertThat(watchdog.end()).isNull();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** Runs that end right at their deadline, over and over. */
  @Test
  void everyRunEndsWheneverItsDeadlinePasses() {
    Watchdog watchdog = started(1);
    Random random = new Random(1);
    int ended = 0;
    for (int i = 0; i < 250; i++) {
      long length = random.nextInt(14_000_000);
      long start = System.nanoTime();
      watchdog.begin();
      while (System.nanoTime() - start < length) {
        Thread.onSpinWait();
      }
      List<StackTraceElement[]> samples = watchdog.end();
      Thread.interrupted();
      assertThat(watchdog.isRunning()).isFalse();
      if (samples != null) {
        ended++;
        assertThat(samples)
            .isNotEmpty()
            .allSatisfy(
                s ->
                    assertThat(Arrays.stream(s).map(StackTraceElement::getClassName))
                        .doesNotContain(Watchdog.class.getName()));
      }
    }
    awaitTicks(watchdog, 3);

    assertThat(ended).as("runs that were taken for stuck").isPositive();
    assertThat(stuck).isNotDone();
    assertThat(Thread.currentThread().isInterrupted()).as("by an interrupt too late").isFalse();
  }

  @Test
  void givesTheTimeInTicks() {
    Watchdog watchdog = started(HOUR_MILLIS);
    long before = System.nanoTime();

    awaitTicks(watchdog, 2);

    assertThat(watchdog.coarseNanoTime() - before).isPositive();
    assertThat(System.nanoTime() - watchdog.coarseNanoTime()).isNotNegative();
  }

  private Watchdog started(long timeoutMillis) {
    Watchdog watchdog = new Watchdog(Thread.currentThread(), timeoutMillis, stuck::complete);
    watchdog.start();
    return watchdog;
  }

  private static void awaitTicks(Watchdog watchdog, int ticks) {
    for (int i = 0; i < ticks; i++) {
      long last = watchdog.coarseNanoTime();
      while (watchdog.coarseNanoTime() == last) {
        Thread.onSpinWait();
      }
    }
  }

  private static void sleepUntilInterrupted(AtomicInteger interrupts) {
    try {
      Thread.sleep(HOUR_MILLIS);
    } catch (InterruptedException e) {
      interrupts.incrementAndGet();
    }
  }

  private static void spinUntil(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
