package io.github.mavenfuzz.coordinate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads all that a worker JVM writes to stdout and stderr, on a thread of its own, and remembers
 * the end of it. The thread ends with the stream.
 */
final class OutputTail {
  private static final int CAPACITY = 16 * 1024;

  private final byte[] ring = new byte[CAPACITY];
  private final Thread thread;
  private long written;

  OutputTail(InputStream stream) {
    thread = new Thread(() -> drain(stream), "fuzz-output");
    thread.setDaemon(true);
    thread.start();
  }

  private void drain(InputStream stream) {
    byte[] chunk = new byte[8192];
    try (stream) {
      for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
        append(chunk, n);
      }
    } catch (IOException closed) {
      // The process is gone; what has been read is all there is.
    }
  }

  private synchronized void append(byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      ring[(int) (written++ % CAPACITY)] = chunk[i];
    }
  }

  /** Waits for the end of the output of a process that has ended, but not for its children. */
  void awaitEnd(long millis) throws InterruptedException {
    thread.join(millis);
  }

  /** The last of the output; bytes that are no UTF-8 become U+FFFD. */
  synchronized String text() {
    int length = (int) Math.min(written, CAPACITY);
    byte[] last = new byte[length];
    for (int i = 0; i < length; i++) {
      last[i] = ring[(int) ((written - length + i) % CAPACITY)];
    }
    return new String(last, StandardCharsets.UTF_8);
  }
}
