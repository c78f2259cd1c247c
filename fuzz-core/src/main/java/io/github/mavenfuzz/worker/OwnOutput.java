package io.github.mavenfuzz.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.PrintStream;

/**
 * The engine's own way to the standard output of a worker JVM, beside {@link System#out}, which the
 * target may replace, close or lock. Lives in the main thread and as long as the JVM.
 */
final class OwnOutput {
  private final FileOutputStream stream;

  private OwnOutput(FileOutputStream stream) {
    this.stream = stream;
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
    flush(System.out);
    flush(System.err);
    try {
      stream.write(mark);
    } catch (IOException e) {
      // The coordinator waits a moment for the mark and goes on without it.
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
