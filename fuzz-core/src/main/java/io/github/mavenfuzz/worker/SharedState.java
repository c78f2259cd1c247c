package io.github.mavenfuzz.worker;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * What a run may replace in the JVM that it shares with the engine and all later runs: the standard
 * streams, and the handler that tells of failures on other threads. Puts them back as they were
 * when the target was prepared; in the main thread.
 */
final class SharedState {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final InputStream in = System.in;
  private final Thread.UncaughtExceptionHandler handler;

  /** Takes the streams as they are, and sets the handler. */
  SharedState(Thread.UncaughtExceptionHandler handler) {
    this.handler = handler;
    Thread.setDefaultUncaughtExceptionHandler(handler);
  }

  /** After each run. */
  void putBack() {
    if (System.out != out
        || System.err != err
        || System.in != in
        || Thread.getDefaultUncaughtExceptionHandler() != handler) {
      putAllBack();
    }
  }

  private void putAllBack() {
    try {
      System.setOut(out);
      System.setErr(err);
      System.setIn(in);
      Thread.setDefaultUncaughtExceptionHandler(handler);
    } catch (SecurityException e) {
      // A security manager of the target's keeps things as they are.
    }
  }
}
