package io.github.mavenfuzz.junit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that a target starts during one run of a test. An uncaught exception of one of them
 * fails the test, as it fails a run of the fuzzer; JUnit itself would not see it. Threads of other
 * tests that run at the same time do not count.
 *
 * <p>While the run goes on, and until its threads have ended or rest, this is the JVM's default
 * handler. On the test's thread, but for the handler.
 */
final class StartedThreads implements Thread.UncaughtExceptionHandler {
  /** How long a thread may be at work after the run. */
  private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * How long to wait for a sleeping thread, which may sleep for ever; with a crasher the time above
   * counts.
   */
  private static final long SLEEPING_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** How long to wait for virtual threads, which cannot be seen. */
  private static final long UNSEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final AtomicInteger made = new AtomicInteger();
  private final AtomicReference<Throwable> thrown = new AtomicReference<>();

  /** True in the threads that stem from the run, however they were made. */
  private final ThreadLocal<Boolean> ofRun =
      new InheritableThreadLocal<>() {
        @Override
        protected Boolean childValue(Boolean ofMaker) {
          made.incrementAndGet();
          return ofMaker;
        }
      };

  private final long sleepingNanos;
  private final Thread.UncaughtExceptionHandler previous;
  private volatile boolean done;

  private StartedThreads(long sleepingNanos) {
    this.sleepingNanos = sleepingNanos;
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    while (handler instanceof StartedThreads other && other.done) {
      handler = other.previous;
    }
    previous = handler;
  }

  /**
   * Runs a target.
   *
   * @throws Throwable what the run has thrown, or else one of its threads
   */
  static void run(ReplayInput input, Deadline.Run run) throws Throwable {
    StartedThreads threads = new StartedThreads(input.isCrasher() ? BUSY_NANOS : SLEEPING_NANOS);
    threads.watch(run);
    Throwable thrown = threads.thrown.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  private void watch(Deadline.Run run) throws Throwable {
    Set<Thread> before = alive();
    Thread.setDefaultUncaughtExceptionHandler(this);
    ofRun.set(true);
    try {
      run.run();
      if (made.get() > 0) {
        awaitRest(before);
      }
    } finally {
      ofRun.remove();
      done = true;
      if (Thread.getDefaultUncaughtExceptionHandler() == this) {
        Thread.setDefaultUncaughtExceptionHandler(previous);
      }
    }
  }

  /** On the thread that dies. */
  @Override
  public void uncaughtException(Thread thread, Throwable cause) {
    if (!done && ofRun.get() != null) {
      thrown.compareAndSet(null, cause);
    } else if (previous != null) {
      previous.uncaughtException(thread, cause);
    } else { // as the JVM does it
      System.err.print("Exception in thread \"" + thread.getName() + "\" ");
      cause.printStackTrace();
    }
  }

  private void awaitRest(Set<Thread> before) {
    long start = System.nanoTime();
    long quietSince = start;
    while (thrown.get() == null) {
      long now = System.nanoTime();
      long waited = now - start;
      if (isAnyBusy(before, waited)) {
        quietSince = now;
      }
      if (waited > BUSY_NANOS || now - quietSince > UNSEEN_NANOS) {
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private boolean isAnyBusy(Set<Thread> before, long waited) {
    for (Thread thread : alive()) {
      if (!before.contains(thread)) {
        switch (thread.getState()) {
          case NEW, RUNNABLE -> {
            return true;
          }
          case TIMED_WAITING, BLOCKED -> {
            if (waited < sleepingNanos) {
              return true;
            }
          }
          default -> {
            // waits to be woken, or has ended
          }
        }
      }
    }
    return false;
  }

  /** All threads but those that are virtual; whatever their classes take for equal. */
  private static Set<Thread> alive() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + 64];
    int count = root.enumerate(threads);
    Set<Thread> alive = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < count; i++) {
      alive.add(threads[i]);
    }
    return alive;
  }
}
