package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.EngineThread;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The engine's own way to the standard output of a worker JVM, beside {@link System#out}, which the
 * target may replace, close or lock. Lives in the main thread and as long as the JVM.
 */
final class OwnOutput {
  private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final FileOutputStream stream;

  /** How many times the target's streams are to be flushed: 0, or 1 for once more. */
  private final Semaphore requests = new Semaphore(0);

  private final Semaphore flushed = new Semaphore(0);

  /** Whether a flush has not come back. */
  private boolean blocked;

  private OwnOutput(FileOutputStream stream) {
    this.stream = stream;
    // Made now, since the target may use up all threads.
    new EngineThread(this::flushAgainAndAgain, "fuzz-flush").start();
  }

  /** Opens it anew where that can be done: who closes standard output closes it for all. */
  static OwnOutput open() {
    try {
      return new OwnOutput(new FileOutputStream("/dev/fd/1", true));
    } catch (IOException | SecurityException e) {
      return new OwnOutput(new FileOutputStream(FileDescriptor.out));
    }
  }

  /** Writes a mark behind all that the target has written; it is left out when that cannot be. */
  void write(byte[] mark) {
    flushTargets();
    try {
      stream.write(mark);
    } catch (IOException e) {
      // The coordinator waits a moment for the mark and goes on without it.
    }
  }

  /** A thread of the target may hold the lock of a stream for ever: waits for a moment only. */
  private void flushTargets() {
    if (blocked) {
      blocked = !flushed.tryAcquire();
    }
    if (!blocked) {
      requests.release();
      blocked = !awaitFlushed();
    }
  }

  /** Waits even when the thread is interrupted. */
  private boolean awaitFlushed() {
    long end = System.nanoTime() + FLUSH_NANOS;
    while (true) {
      try {
        return flushed.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException ignored) {
        // Whoever interrupted meant a run that is over.
      }
    }
  }

  private void flushAgainAndAgain() {
    while (true) {
      requests.acquireUninterruptibly();
      flush(System.out);
      flush(System.err);
      flushed.release();
    }
  }

  /** The streams may be anything that the target has set when it was prepared. */
  private static void flush(Flushable targets) {
    try {
      if (targets != null) {
        targets.flush();
      }
    } catch (Throwable hostile) {
      // What it has not written is lost.
    }
  }

  /** Prints a fault of the engine. */
  void print(Throwable fault) {
    PrintStream printer = new PrintStream(stream, true);
    fault.printStackTrace(printer);
    printer.flush();
  }
}
