package io.github.mavenfuzz.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How much of the workers' time may go into one kind of work, such as failures, while the budget of
 * a campaign runs: a target that fails in many ways is still fuzzed. Belongs to the coordinator's
 * thread.
 *
 * <p>With two workers, 30 seconds into a campaign, failures may have taken a third of that, 20
 * seconds, and the head start. A task that has begun comes to its end; the next one waits until the
 * share has grown.
 */
final class TimeShare {
  /** So that the first tasks need not wait. */
  private static final long HEAD_START_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final int workers;
  private final int parts;
  private final LongSupplier nanoTime;

  /** When the tasks began that are under way. */
  private final Map<Worker, Long> running = new LinkedHashMap<>();

  /** The time of the tasks that have ended. */
  private long spent;

  /**
   * @param workers whose time is shared
   * @param parts into which it is divided, of which the work gets one
   * @param nanoTime as {@link System#nanoTime}
   */
  TimeShare(int workers, int parts, LongSupplier nanoTime) {
    this.workers = workers;
    this.parts = parts;
    this.nanoTime = nanoTime;
  }

  /** A worker begins a task of the kind. */
  void begin(Worker worker) {
    running.put(worker, nanoTime.getAsLong());
  }

  /** A worker has ended its task, whatever that was. */
  void end(Worker worker) {
    Long began = running.remove(worker);
    spent += began == null ? 0 : nanoTime.getAsLong() - began;
  }

  /**
   * Whether another task of the kind may begin.
   *
   * @param elapsed of the campaign's budget
   */
  boolean allows(Duration elapsed) {
    long now = nanoTime.getAsLong();
    long used = spent + running.values().stream().mapToLong(began -> now - began).sum();
    return used <= HEAD_START_NANOS + workers * elapsed.toNanos() / parts;
  }

  /** Whether one worker at least does something else when one more begins such a task. */
  boolean leavesOneFuzzing() {
    long taken = running.keySet().stream().filter(w -> w.role() == Worker.Role.FUZZ).count();
    return workers == 1 || taken + 1 < workers;
  }
}
