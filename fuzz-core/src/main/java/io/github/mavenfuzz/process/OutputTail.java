package io.github.mavenfuzz.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Reads all that a worker JVM writes to stdout and stderr, on a thread of its own, and remembers
 * the end of it. The thread ends with the JVM.
 *
 * <p>It never blocks in a read: processes that the JVM has left behind may keep the other end of
 * the pipe open for good, and the thread and the pipe would stay as long.
 */
final class OutputTail {
  private static final int CAPACITY = 16 * 1024;
  private static final int CHUNK = 64 * 1024;

  /** More than a pipe holds: output after that was not written by the JVM. */
  private static final int MAX_AFTER_END = 1 << 20;

  /** So short at first that a JVM which writes much hardly waits for its reader. */
  private static final long SHORTEST_PAUSE_NANOS = 20_000;

  /** Long enough that a silent JVM costs nothing, and short beside a slice. */
  private static final long LONGEST_PAUSE_NANOS = 50_000_000;

  private static final long PAUSE_AT_END_NANOS = 5_000_000;

  /**
   * For a moment after the end the stream seems to be empty: the JDK reads what is left in the pipe
   * and puts it elsewhere.
   */
  private static final int MAX_VAIN_LOOKS = 4;

  private final InputStream stream;
  private final BooleanSupplier alive;
  private final byte[] mark;
  private final byte[] ring;
  private final Thread thread;

  /** The number of all bytes, those that the ring no longer has included. */
  private long written;

  /** The index in the ring of the next byte. */
  private int position;

  /** How many bytes of the mark the output ends with. */
  private int marked;

  private long marks;

  /** Whether marks have not come in time: then the JVM cannot write any more. */
  private boolean muted;

  /**
   * @param stream has the output; the thread closes it
   * @param alive whether the JVM can still write to it
   * @param mark what the worker JVM writes between the target's output and a failure; its first
   *     byte occurs in it once
   */
  OutputTail(InputStream stream, BooleanSupplier alive, byte[] mark) {
    this.stream = stream;
    this.alive = alive;
    this.mark = mark;
    this.ring = new byte[CAPACITY + mark.length];
    thread = new Thread(this::drain, "fuzz-output");
    thread.setDaemon(true);
    thread.start();
  }

  private void drain() {
    byte[] chunk = new byte[CHUNK];
    long pause = SHORTEST_PAUSE_NANOS;
    int afterEnd = 0;
    int vainLooks = 0;
    try (stream) {
      while (afterEnd < MAX_AFTER_END) {
        // Asked before the stream, which then has all that was written.
        boolean ended = !alive.getAsBoolean();
        int length = stream.available();
        if (length > 0) {
          length = stream.read(chunk, 0, Math.min(length, chunk.length));
          append(chunk, length);
          pause = SHORTEST_PAUSE_NANOS;
          afterEnd += ended ? length : 0;
        } else if (ended && ++vainLooks > MAX_VAIN_LOOKS) {
          return;
        } else {
          LockSupport.parkNanos(ended ? PAUSE_AT_END_NANOS : pause);
          pause = Math.min(pause * 5 / 4, LONGEST_PAUSE_NANOS);
        }
      }
    } catch (IOException closed) {
      // The process is gone; what has been read is all there is.
    }
  }

  private synchronized void append(byte[] chunk, int length) {
    int from = 0;
    while (from < length) {
      if (marked == 0) {
        int start = from;
        while (from < length && chunk[from] != mark[0]) {
          from++;
        }
        store(chunk, start, from);
      }
      if (from < length) {
        byte b = chunk[from++];
        marked = b == mark[marked] ? marked + 1 : b == mark[0] ? 1 : 0;
        ring[position] = b;
        position = position + 1 == ring.length ? 0 : position + 1;
        written++;
      }
      if (marked == mark.length) {
        marked = 0;
        written -= mark.length;
        position = (position - mark.length + ring.length) % ring.length;
        marks++;
        notifyAll();
      }
    }
  }

  /** Stores as much of the end of a part as there is room for. */
  private void store(byte[] chunk, int from, int to) {
    written += to - from;
    for (int i = Math.max(from, to - ring.length); i < to; ) {
      int length = Math.min(to - i, ring.length - position);
      System.arraycopy(chunk, i, ring, position, length);
      position = (position + length) % ring.length;
      i += length;
    }
  }

  /**
   * Waits until so many marks have come since the beginning, and with them all output before. Does
   * so in vain only once: a target may have closed the stream.
   *
   * @param millis the longest time to wait
   */
  synchronized void awaitMarks(long count, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = muted ? 0 : millis;
    while (marks < count && left > 0) {
      LockSupport.unpark(thread);
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    muted = marks < count;
  }

  /** Waits for the end of the output of a process that has ended, but not for its children. */
  void awaitEnd(long millis) throws InterruptedException {
    LockSupport.unpark(thread);
    thread.join(millis);
  }

  /** The last of the output; bytes that are no UTF-8 become U+FFFD. */
  synchronized String text() {
    int length = (int) Math.min(written, CAPACITY);
    byte[] last = new byte[length];
    for (int i = 0; i < length; i++) {
      last[i] = ring[(position - length + i + ring.length) % ring.length];
    }
    return new String(last, StandardCharsets.UTF_8);
  }
}
