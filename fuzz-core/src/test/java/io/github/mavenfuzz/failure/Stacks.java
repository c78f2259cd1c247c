package io.github.mavenfuzz.failure;

import java.util.Arrays;

/** Stacks and throwables for tests. */
final class Stacks {
  /** What lies below a target method in a worker JVM. */
  static final String[] ENGINE = {
    "jdk.internal.reflect.DirectMethodHandleAccessor.invoke",
    "java.lang.reflect.Method.invoke",
    "io.github.mavenfuzz.worker.TargetInvoker.run",
    "io.github.mavenfuzz.worker.WorkerMain.main",
    "java.lang.Thread.run"
  };

  private Stacks() {}

  /**
   * @param frames as {@code Class.method}, topmost first; each gets a line number of its own
   */
  static StackTraceElement[] stack(String... frames) {
    StackTraceElement[] stack = new StackTraceElement[frames.length];
    for (int i = 0; i < frames.length; i++) {
      int dot = frames[i].lastIndexOf('.');
      stack[i] =
          new StackTraceElement(
              frames[i].substring(0, dot), frames[i].substring(dot + 1), "Source.java", i + 1);
    }
    return stack;
  }

  /** A stack in a worker JVM. */
  static StackTraceElement[] stackInWorker(String... frames) {
    String[] all = Arrays.copyOf(frames, frames.length + ENGINE.length);
    System.arraycopy(ENGINE, 0, all, frames.length, ENGINE.length);
    return stack(all);
  }

  static <T extends Throwable> T with(T thrown, StackTraceElement[] stack) {
    thrown.setStackTrace(stack);
    return thrown;
  }
}
