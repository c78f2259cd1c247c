package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Counted;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.slot.MutableInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TargetThreadsTest {
  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  @TempDir Path directory;
  private WorkerFixture fixture;
  private Thread.UncaughtExceptionHandler before;
  private static final ScheduledExecutorService LATER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
          });
  private final CountDownLatch failNow = new CountDownLatch(1);

  @BeforeEach
  void remember() {
    before = Thread.getDefaultUncaughtExceptionHandler();
  }

  private void prepare(WaitLimits patience, boolean single) throws Exception {
    fixture = WorkerFixture.of(directory, patience);
    fixture.parts().runs().beginCall(single);
  }

  /** What is waited for must come to pass, however busy the machine is. */
  private void prepare(boolean single) throws Exception {
    prepare(new WaitLimits(HOUR, HOUR, HOUR, System::nanoTime), single);
  }

  @AfterEach
  void restore() throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(before);
    fixture.close();
  }

  /** The argument of the run that has failed late. */
  private byte[] lateInput() throws MalformedInputException {
    return argument(fixture.parts().runs().takeLate());
  }

  private byte[] argument(RunFailure.Late late) throws MalformedInputException {
    MutableInput input = fixture.parts().newInput();
    input.read(late.input());
    return (byte[]) input.values().get(0);
  }

  private RunFailure run(int input, Consumer<byte[]> body) {
    return run(new byte[] {(byte) input}, body);
  }

  private RunFailure run(byte[] input, Consumer<byte[]> body) {
    Counted.runs(body);
    MutableInput mutable = fixture.parts().newInput();
    mutable.load(List.of(input));
    return fixture.parts().runs().run(mutable, 0);
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
  void aThreadThatNobodyWaitsForBelongsToTheRunThatStartedIt() throws Exception {
    prepare(false);

    RunFailure failure = run(1, data -> start(() -> fail("on a thread")));

    assertThat(failure.describe().message()).isEqualTo("on a thread");
    assertThat(run(2, data -> {})).isNull();
  }

  @Test
  void soDoesAThreadThatSuchAThreadStarts() throws Exception {
    prepare(false);

    RunFailure failure = run(1, data -> start(() -> start(() -> fail("on a grandchild"))));

    assertThat(failure.describe().message()).isEqualTo("on a grandchild");
  }

  @Test
  void aRunThatIsKeptEndsOnceItIsReleased() throws Exception {
    prepare(false);
    run(1, data -> {});

    fixture.threads().keepRun();
    start(
        () -> {
          sleep(20);
          fixture.threads().releaseRun();
        });

    assertThat(run(2, data -> {})).as("a run that is kept until it is released").isNull();
  }

  static Stream<Consumer<Runnable>> sleepers() {
    return Stream.of(
        body -> start(() -> sleepAnd(body)),
        body -> new Thread(null, () -> sleepAnd(body), "no heir", 0, false).start(),
        body -> new Thread(rootGroup(), () -> sleepAnd(body)).start(),
        body -> new Timer(true).schedule(timerTask(body), 20),
        body -> startLater(new Thread(body)));
  }

  private static void sleepAnd(Runnable body) {
    sleep(20);
    body.run();
  }

  private static ThreadGroup rootGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  private static TimerTask timerTask(Runnable body) {
    return new TimerTask() {
      @Override
      public void run() {
        body.run();
      }
    };
  }

  /** Neither of the two can be seen by then: one has not begun, the other has ended. */
  private static void startLater(Thread thread) {
    Thread starter = start(() -> LATER.schedule(thread::start, 20, TimeUnit.MILLISECONDS));
    join(starter);
  }

  @ParameterizedTest
  @MethodSource("sleepers")
  void aSingleRunWaitsForThreadsThatSleepToo(Consumer<Runnable> sleeper) throws Exception {
    LATER.submit(() -> {}).get(); // its thread is not the run's
    prepare(true);

    RunFailure failure = run(1, data -> sleeper.accept(() -> fail("after a while")));

    assertThat(failure.describe().message()).isEqualTo("after a while");
  }

  @Test
  void whatAThreadOfAnEarlierRunThrowsIsThatRunsFailure() throws Exception {
    prepare(false);
    Thread[] thread = new Thread[1];
    assertThat(run(7, data -> thread[0] = start(this::failWhenTold))).isNull();
    assertThat(run(8, data -> {})).isNull();
    tellToFail(thread[0]);

    assertThat(run(9, data -> {})).as("the run after it").isNull();

    RunFailure.Late late = fixture.parts().runs().takeLate();
    assertThat(late.describe().message()).isEqualTo("late");
    assertThat(argument(late)).containsExactly(7);
    assertThat(fixture.parts().runs().takeLate()).as("it counts once").isNull();
  }

  @Test
  void soIsWhatAThreadThrowsThatCouldNotBeSeenThen() throws Exception {
    prepare(false);
    Thread[] thread = new Thread[1];
    run(7, data -> thread[0] = new Thread(() -> fail("late")));
    run(8, data -> thread[0].start());
    thread[0].join();

    assertThat(run(9, data -> {})).isNull();
    assertThat(lateInput()).containsExactly(7);
  }

  @Test
  void soIsWhatItThrowsBeforeTheNextRun() throws Exception {
    prepare(false);
    Thread[] thread = new Thread[1];
    run(7, data -> thread[0] = start(this::failWhenTold));
    tellToFail(thread[0]);

    assertThat(run(8, data -> {})).isNull();
    assertThat(lateInput()).containsExactly(7);
  }

  @Test
  void threadsOfThreadsOfAnEarlierRunAreThatRunsToo() throws Exception {
    prepare(false);
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
    assertThat(lateInput()).containsExactly(7);
  }

  private void sleepUntilTold() {
    while (failNow.getCount() > 0) {
      sleep(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
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
  void whoGivesAnIdlePoolWorkIsToBlameForIt() throws Exception {
    prepare(false);
    CountDownLatch working = new CountDownLatch(1);
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
              pool[0].execute(
                  () -> {
                    working.countDown();
                    fail("in a pool");
                  });
              await(working);
            });

    assertThat(failure.describe().message()).isEqualTo("in a pool");
    assertThat(fixture.parts().runs().takeLate()).isNull();
    pool[0].shutdown();
  }

  /** Such as one of a pool that the target has filled when it was prepared. */
  @Test
  void aThreadOfNoRunMayFailAndMakeThreads() throws Exception {
    prepare(false);
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
    prepare(false);
    Thread[] thread = new Thread[1];
    run(1, data -> thread[0] = start(this::failWhenTold));
    for (int i = 0; i < 16; i++) {
      run(new byte[1 << 20], data -> start(() -> sleep(60_000)));
    }
    tellToFail(thread[0]);

    assertThat(run(3, data -> {}).describe().message()).isEqualTo("late");
    assertThat(fixture.parts().runs().takeLate()).isNull();
  }

  @Test
  void aThreadThatNeverRestsIsWaitedForOnce() throws Exception {
    AtomicLong time = new AtomicLong();
    prepare(new WaitLimits(10, 0, 0, time::incrementAndGet), false);
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
    long waited = time.get();
    for (int i = 0; i < 1000; i++) {
      run(2, data -> {});
    }

    assertThat(waited).isGreaterThan(10);
    assertThat(time).hasValue(waited);
    end.countDown();
  }

  @Test
  void aSingleRunWaitsLongerForThreadsAtWork() throws Exception {
    AtomicLong time = new AtomicLong();
    prepare(new WaitLimits(0, 5, 100, time::incrementAndGet), true);

    RunFailure failure =
        run(
            1,
            data ->
                start(
                    () -> {
                      while (time.get() < 50) {
                        Thread.onSpinWait();
                      }
                      fail("filled");
                    }));

    assertThat(failure.describe().message()).isEqualTo("filled");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aThreadMayAnswerAnything(boolean single) throws Exception {
    prepare(new WaitLimits(HOUR, 0, HOUR, System::nanoTime), single);

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
