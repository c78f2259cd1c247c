package io.github.mavenfuzz.maven;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Interrupts a goal when Maven's JVM is told to end, as by Ctrl+C or SIGTERM, and lets the JVM wait
 * for it: what was found is kept and reported then.
 */
final class EndOfJvm {
  /** How long the JVM waits; worker JVMs halt by themselves when it is gone. */
  private static final long WAIT_MILLIS = 2500;

  /** The work of a goal. */
  @FunctionalInterface
  interface Goal {
    void run() throws MojoExecutionException, MojoFailureException, InterruptedException;
  }

  private final Thread thread = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);

  private EndOfJvm() {}

  /** Runs a goal on this thread, and interrupts the thread when the JVM is told to end. */
  static void interrupts(Goal goal)
      throws MojoExecutionException, MojoFailureException, InterruptedException {
    EndOfJvm end = new EndOfJvm();
    Thread hook = new Thread(end::interruptAndWait, "fuzz-end");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw (InterruptedException) new InterruptedException("the JVM ends").initCause(e);
    }
    try {
      goal.run();
    } finally {
      end.ended.countDown();
      remove(hook);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending, and has waited for the goal.
    }
  }

  private void interruptAndWait() {
    thread.interrupt();
    try {
      ended.await(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // An interrupt of the hook means that the JVM is to end now.
    }
  }
}
