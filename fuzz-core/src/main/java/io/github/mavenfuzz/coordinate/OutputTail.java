package io.github.mavenfuzz.coordinate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Reads all that a worker JVM writes to stdout and stderr, on a thread of its own, and remembers
 * the end of it. The thread ends with the stream.
 */
final class OutputTail {
  private static final int CAPACITY = 16 * 1024;

  private final byte[] mark;
  private final byte[] ring;
  private final Thread thread;
  private long written;

  /** How many bytes of the mark the output ends with. */
  private int marked;

  private long marks;

  /**
   * @param mark what the worker JVM writes between the target's output and a failure; its first
   *     byte occurs in it once
   */
  OutputTail(InputStream stream, byte[] mark) {
    this.mark = mark;
    this.ring = new byte[CAPACITY + mark.length];
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
      byte b = chunk[i];
      ring[(int) (written++ % ring.length)] = b;
      marked = b == mark[marked] ? marked + 1 : b == mark[0] ? 1 : 0;
      if (marked == mark.length) {
        marked = 0;
        written -= mark.length;
        marks++;
        notifyAll();
      }
    }
  }

  /**
   * Waits until so many marks have come since the beginning, and with them all output before.
   *
   * @param millis the longest time to wait
   */
  synchronized void awaitMarks(long count, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (marks < count && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
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
      last[i] = ring[(int) ((written - length + i) % ring.length)];
    }
    return new String(last, StandardCharsets.UTF_8);
  }
}
