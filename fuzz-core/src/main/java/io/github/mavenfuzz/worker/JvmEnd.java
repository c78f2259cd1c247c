package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.EngineThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the worker JVM and, before that, the processes that its target has started, which would
 * outlive it otherwise. They are looked for by a thread made beforehand, for half a second at most:
 * the machine may be busy or the heap full, and the JVM has to end all the same.
 */
final class JvmEnd {
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

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

  /** Ends the JVM without running anything of the target's; never returns and never throws. */
  void halt(int code) {
    try {
      killDescendants();
    } finally {
      Runtime.getRuntime().halt(code);
    }
  }
}
