package io.github.mavenfuzz.worker;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comm.EngineThread;
import io.github.mavenfuzz.worker.ThreadStates.Activity;
import io.github.mavenfuzz.worker.ThreadStates.Work;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadStatesTest {
  private static final TimerTask NOTHING =
      new TimerTask() {
        @Override
        public void run() {}
      };

  private final ThreadStates look = new ThreadStates();
  private Thread thread;
  private Runnable end = () -> {};

  @AfterEach
  void end() {
    end.run();
  }

  private Thread make(Runnable body) {
    thread = new Thread(body);
    thread.setDaemon(true);
    return thread;
  }

  private void awaitSleeping() {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aThreadThatSleepsInCodeOfTheTargetHasWork() {
    make(() -> LockSupport.parkNanos(HOURS.toNanos(1))).start();
    end = () -> LockSupport.unpark(thread);
    awaitSleeping();

    assertThat(look.activity(thread)).isEqualTo(Activity.SLEEPING);
    assertThat(look.work(thread)).isEqualTo(Work.SOME);
  }

  @Test
  void aThreadOfAPoolThatEndsUnlessItGetsATaskHasNone() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, HOURS, new LinkedBlockingQueue<>(), this::make);
    end = pool::shutdownNow;
    pool.allowCoreThreadTimeOut(true);
    pool.execute(() -> {});
    awaitSleeping();

    assertThat(look.work(thread)).isEqualTo(Work.NONE);
  }

  @Test
  void aThreadOfASchedulerHasADelayedTask() {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, this::make);
    end = pool::shutdownNow;
    pool.schedule(() -> {}, 1, HOURS);
    awaitSleeping();

    assertThat(look.work(thread)).isEqualTo(Work.DELAYED);
  }

  @Test
  void soHasTheThreadOfATimer() {
    Timer timer = new Timer("delayed", true);
    end = timer::cancel;
    timer.schedule(NOTHING, HOURS.toMillis(1));
    thread =
        look.alive().stream().filter(t -> t.getName().equals("delayed")).findAny().orElseThrow();
    awaitSleeping();

    assertThat(look.work(thread)).isEqualTo(Work.DELAYED);
  }

  @Test
  void seesThreadsOfAllGroupsButNotThoseOfTheEngine() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread inRoot = new Thread(root, LockSupport::park);
    inRoot.setDaemon(true);
    inRoot.start();
    end = () -> LockSupport.unpark(inRoot);
    Thread ofEngine = new EngineThread(LockSupport::park, "engine");
    ofEngine.start();

    Set<Thread> alive = look.alive();
    assertThat(alive.contains(inRoot)).isTrue();
    assertThat(alive.contains(Thread.currentThread())).isTrue();
    assertThat(alive.contains(ofEngine)).isFalse();
    LockSupport.unpark(ofEngine);
  }
}
