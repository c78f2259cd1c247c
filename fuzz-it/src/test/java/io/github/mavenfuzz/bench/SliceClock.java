package io.github.mavenfuzz.bench;

/**
 * Says when a slice of time is over, at no cost for who asks; a thread of its own looks at time.
 */
final class SliceClock {
  private final Thread thread = new Thread(this::tick, "clock");
  private volatile long now = System.nanoTime();
  private long end;

  /** The thread ends with the JVM. */
  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void tick() {
    try {
      while (true) {
        now = System.nanoTime();
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void begin(long millis) {
    end = System.nanoTime() + millis * 1_000_000;
  }

  boolean isOver() {
    return now - end >= 0;
  }
}
