package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.EngineThread;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Looks at the threads of a worker JVM, whatever their classes, which are the target's, answer.
 * Used in the main thread.
 */
final class ThreadStates {
  /** What a thread does, as far as its state says. */
  enum Activity {
    /** It runs, or is about to. */
    BUSY,
    /** It goes on by itself after some time, or when a lock is free. */
    SLEEPING,
    /** It goes on when somebody wakes it, or has ended. */
    RESTING
  }

  /** What a thread does, as far as its stack says. */
  enum Work {
    /** Code that is not the JDK's. */
    SOME,
    /** It waits until a task is due that somebody gave it with a delay. */
    DELAYED,
    /** It waits for a task. */
    NONE
  }

  private final ThreadGroup root;

  ThreadStates() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    root = group;
  }

  static Set<Thread> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** All live threads but the engine's own; not those that are virtual. */
  Set<Thread> alive() {
    Thread[] threads = new Thread[64];
    int count = root.enumerate(threads);
    while (count == threads.length) { // perhaps there are more
      threads = new Thread[2 * count];
      count = root.enumerate(threads);
    }
    Set<Thread> alive = identitySet();
    for (int i = 0; i < count; i++) {
      if (!(threads[i] instanceof EngineThread)) {
        alive.add(threads[i]);
      }
    }
    return alive;
  }

  Activity activity(Thread thread) {
    try {
      return switch (thread.getState()) {
        case NEW, RUNNABLE -> Activity.BUSY;
        case TIMED_WAITING, BLOCKED -> Activity.SLEEPING;
        default -> Activity.RESTING;
      };
    } catch (Throwable hostile) {
      return Activity.RESTING;
    }
  }

  /** Tells threads of pools from others; taking the stack stops the JVM for a moment. */
  Work work(Thread thread) {
    try {
      StackTraceElement[] stack = thread.getStackTrace();
      if (Arrays.stream(stack).anyMatch(frame -> frame.getModuleName() == null)) {
        return Work.SOME;
      }
      return Arrays.stream(stack).anyMatch(frame -> isOfDelay(frame.getClassName()))
          ? Work.DELAYED
          : Work.NONE;
    } catch (Throwable hostile) {
      return Work.SOME;
    }
  }

  /** A queue of the JDK waits with a deadline only when it holds a task. */
  private static boolean isOfDelay(String className) {
    return className.equals("java.util.TimerThread")
        || className.startsWith("java.util.concurrent.Delay")
        || className.endsWith("$DelayedWorkQueue");
  }
}
