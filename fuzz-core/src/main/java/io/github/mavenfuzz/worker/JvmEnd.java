package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.EngineThread;
import io.github.mavenfuzz.comm.ExitCodes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends the worker JVM and, before that, the processes that its target has started, which would
 * outlive it otherwise. They are looked for by a thread made beforehand, for half a second at most:
 * the machine may be busy or the heap full, and the JVM has to end all the same.
 *
 * <p>A JVM that is well ends in order: its shutdown hooks run, by which other agents write down
 * what they have gathered, but not for longer than {@link #ORDER_MILLIS}. Any other is halted.
 */
final class JvmEnd {
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** How long shutdown hooks may take: more than an agent needs to write a large file. */
  private static final long ORDER_MILLIS = 3_000;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  /** Whether an end in order has begun, which nothing but its time limit cuts short. */
  private volatile boolean ordered;

  private JvmEnd() {}

  /** Starts the thread, which lives until the JVM ends. */
  static JvmEnd prepare() {
    JvmEnd end = new JvmEnd();
    new EngineThread(end::killWhenRequested, "fuzz-end").start();
    return end;
  }

  private void killWhenRequested() {
    try {
      killDescendants(0); // loads what it takes, for when there is no memory left
      requested.await();
      killDescendants(Long.MAX_VALUE);
    } catch (Throwable fault) {
      // Nobody is left to tell, and whoever waits ends the JVM.
    } finally {
      done.countDown();
    }
  }

  private static void killDescendants(long most) {
    ProcessHandle.current().descendants().limit(most).forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills the processes that the target has started; on any thread, interrupted or not. */
  void killDescendants() {
    requested.countDown();
    long end = System.nanoTime() + PATIENCE_NANOS;
    for (long left = PATIENCE_NANOS; left > 0; left = end - System.nanoTime()) {
      try {
        if (done.await(left, TimeUnit.NANOSECONDS)) {
          return;
        }
      } catch (InterruptedException ignored) {
        // Nothing is left to be interrupted.
      }
    }
  }

  /**
   * Begins the time that an end in order may take; the connection may end from now on. Called
   * before the last response is sent, as the coordinator closes the connection upon that.
   */
  void prepareOrder() {
    Thread limit = new EngineThread(this::haltAfterLimit, "fuzz-end-limit");
    ordered = true;
    try {
      limit.start();
    } catch (OutOfMemoryError tooManyThreads) {
      ordered = false;
    }
  }

  private void haltAfterLimit() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ORDER_MILLIS);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    halt(ExitCodes.STOPPED);
  }

  /** Whether {@link #inOrder()} ends the JVM, or is about to. */
  boolean isOrdered() {
    return ordered;
  }

  /** Ends the JVM with all its shutdown hooks; never returns. */
  void inOrder() {
    try {
      if (ordered) {
        Runtime.getRuntime().exit(0);
      }
    } finally { // a security manager of the target's may not let it exit
      halt(ExitCodes.STOPPED);
    }
  }

  /** Ends the JVM without running anything of the target's; never returns and never throws. */
  void halt(int code) {
    try {
      killDescendants();
    } finally {
      Runtime.getRuntime().halt(code);
    }
  }
}
