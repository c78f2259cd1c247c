package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Counted;
import io.github.mavenfuzz.slot.MutableInput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TargetThreadsTest {
  @TempDir Path directory;
  private WorkerFixture fixture;
  private Thread.UncaughtExceptionHandler before;
  private final CountDownLatch failNow = new CountDownLatch(1);

  @BeforeEach
  void prepare() throws Exception {
    before = Thread.getDefaultUncaughtExceptionHandler();
    fixture = WorkerFixture.of(directory);
    fixture.parts().runner().beginCall(false);
  }

  @AfterEach
  void restore() throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(before);
    fixture.close();
  }

  private RunFailure run(int input, Consumer<byte[]> body) {
    return run(new byte[] {(byte) input}, body);
  }

  private RunFailure run(byte[] input, Consumer<byte[]> body) {
    Counted.runs(body);
    MutableInput mutable = fixture.parts().newInput();
    mutable.load(List.of(input));
    return fixture.parts().runner().run(mutable);
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }

  private static Thread start(Runnable body) {
    Thread thread = new Thread(body);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void spin(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void sleep(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** Ends the thread that works on this only after the test says so. */
  private void failWhenTold() {
    while (failNow.getCount() > 0) {
      sleep(1);
    }
    fail("late");
  }

  private void tellToFail(Thread thread) throws InterruptedException {
    failNow.countDown();
    thread.join();
  }

  @Test
  void aThreadThatNobodyWaitsForBelongsToTheRunThatStartedIt() {
    RunFailure failure =
        run(
            1,
            data ->
                start(
                    () -> {
                      spin(20);
                      fail("on a thread");
                    }));

    assertThat(failure.describe().message()).isEqualTo("on a thread");
    assertThat(run(2, data -> {})).isNull();
  }

  @Test
  void soDoesAThreadThatSuchAThreadStarts() {
    RunFailure failure = run(1, data -> start(() -> start(() -> fail("on a grandchild"))));

    assertThat(failure.describe().message()).isEqualTo("on a grandchild");
  }

  @Test
  void aSingleRunWaitsForThreadsThatSleepToo() {
    fixture.parts().runner().beginCall(true);

    RunFailure failure =
        run(
            1,
            data ->
                start(
                    () -> {
                      sleep(300);
                      fail("after a while");
                    }));

    assertThat(failure.describe().message()).isEqualTo("after a while");
  }

  @Test
  void whatAThreadOfAnEarlierRunThrowsIsThatRunsFailure() throws Exception {
    Thread[] thread = new Thread[1];
    assertThat(run(7, data -> thread[0] = start(this::failWhenTold))).isNull();
    assertThat(run(8, data -> {})).isNull();
    tellToFail(thread[0]);

    assertThat(run(9, data -> {})).as("the run after it").isNull();

    RunFailure.Late late = fixture.parts().runner().takeLate();
    assertThat(late.describe().message()).isEqualTo("late");
    assertThat(late.input()).containsExactly(7);
    assertThat(fixture.parts().runner().takeLate()).as("it counts once").isNull();
  }

  @Test
  void soIsWhatItThrowsBeforeTheNextRun() throws Exception {
    Thread[] thread = new Thread[1];
    run(7, data -> thread[0] = start(this::failWhenTold));
    tellToFail(thread[0]);

    assertThat(run(8, data -> {})).isNull();
    assertThat(fixture.parts().runner().takeLate().input()).containsExactly(7);
  }

  @Test
  void threadsOfThreadsOfAnEarlierRunAreThatRunsToo() throws Exception {
    Thread[] thread = new Thread[1];
    run(
        7,
        data ->
            thread[0] =
                start(
                    () -> {
                      sleepUntilTold();
                      join(start(() -> fail("child")));
                    }));
    run(8, data -> {});
    tellToFail(thread[0]);

    assertThat(run(9, data -> {})).isNull();
    assertThat(fixture.parts().runner().takeLate().input()).containsExactly(7);
  }

  private void sleepUntilTold() {
    while (failNow.getCount() > 0) {
      sleep(1);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoGivesAnIdlePoolWorkIsToBlameForIt() {
    ExecutorService[] pool = new ExecutorService[1];
    run(
        1,
        data -> {
          pool[0] = Executors.newFixedThreadPool(1);
          pool[0].execute(() -> {});
        });

    RunFailure failure =
        run(
            2,
            data -> {
              pool[0].execute(() -> fail("in a pool"));
              spin(20);
            });

    assertThat(failure.describe().message()).isEqualTo("in a pool");
    assertThat(fixture.parts().runner().takeLate()).isNull();
    pool[0].shutdown();
  }

  /** Such as one of a pool that the target has filled when it was prepared. */
  @Test
  void aThreadOfNoRunMayFailAndMakeThreads() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread older =
        new Thread(
            null,
            () -> {
              fixture
                  .threads()
                  .uncaughtException(Thread.currentThread(), new IllegalStateException("told"));
              try {
                join(start(() -> {}));
              } catch (Throwable e) {
                thrown.set(e);
              }
            },
            "older",
            0,
            false);
    older.start();
    older.join();

    assertThat(thrown).hasNullValue();
    assertThat(run(1, data -> {}).describe().message()).isEqualTo("told");
  }

  @Test
  void onlySoManyInputsAreKeptAndTheCurrentOneIsBlamedAfterThat() throws Exception {
    Thread[] thread = new Thread[1];
    run(1, data -> thread[0] = start(this::failWhenTold));
    for (int i = 0; i < 16; i++) {
      run(new byte[1 << 20], data -> start(() -> sleep(60_000)));
    }
    tellToFail(thread[0]);

    assertThat(run(3, data -> {}).describe().message()).isEqualTo("late");
    assertThat(fixture.parts().runner().takeLate()).isNull();
  }

  @Test
  void aThreadThatNeverRestsIsWaitedForOnce() {
    CountDownLatch end = new CountDownLatch(1);
    run(
        1,
        data ->
            start(
                () -> {
                  while (end.getCount() > 0) {
                    Thread.onSpinWait();
                  }
                }));
    long start = System.nanoTime();
    for (int i = 0; i < 100_000; i++) {
      run(2, data -> {});
    }

    assertThat(System.nanoTime() - start)
        .as("100 ms a run would be hours")
        .isLessThan(TimeUnit.SECONDS.toNanos(50));
    end.countDown();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aThreadMayAnswerAnything(boolean single) {
    fixture.parts().runner().beginCall(single);

    assertThat(run(1, data -> new HostileThread().start())).isNull();
    assertThat(run(2, data -> {})).isNull();
  }

  private static final class HostileThread extends Thread {
    HostileThread() {
      super(() -> TargetThreadsTest.sleep(60_000));
      setDaemon(true);
    }

    @Override
    public State getState() {
      throw new IllegalStateException("state");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException("stack");
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("equals");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("hashCode");
    }
  }
}
