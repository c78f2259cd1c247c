package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.EngineThread;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Ends runs that outlive their deadline, from a thread of its own in the worker JVM. A run costs
 * two writes of a number: the watchdog looks at it every few milliseconds and remembers since when
 * it has not changed, so that no run has to read a clock.
 *
 * <p>A stuck run is interrupted; when that does not end it within a second, the JVM has to end. A
 * worker JVM never closes its watchdog, which watches until the JVM halts.
 */
final class Watchdog implements AutoCloseable {
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long GRACE_MILLIS = 1000;

  /** Nobody waits for the report of a hang that is known. */
  private static final long KNOWN_GRACE_MILLIS = 200;

  /**
   * Looks at a stuck thread, for what it has in common from one to the next. A loop that spends a
   * sixth of its time elsewhere is almost always seen there, too.
   */
  private static final int SAMPLES = 20;

  private static final List<StackTraceElement[]> NO_SAMPLES =
      List.<StackTraceElement[]>of(new StackTraceElement[0]);

  private static final VarHandle RUN;
  private static final VarHandle NOW;

  static {
    try {
      RUN = MethodHandles.lookup().findVarHandle(Watchdog.class, "run", long.class);
      NOW = MethodHandles.lookup().findVarHandle(Watchdog.class, "now", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Thread runner;
  private final long timeoutNanos;
  private final KnownHangDeadline knownHangs;
  private final Consumer<List<StackTraceElement[]>> onStuck;

  /** Odd while a run is under way, and negative while that is being ended because it is stuck. */
  private long run;

  /** {@link System#nanoTime()} of the last tick. */
  private long now = System.nanoTime();

  /** The runner's own copy of {@link #run}. */
  private long current;

  private List<StackTraceElement[]> stuckSamples;
  private boolean returned;
  private volatile boolean closed;

  /**
   * @param runner the thread that runs the target
   * @param onStuck told the stacks of a run that an interrupt did not end; must halt the JVM
   */
  Watchdog(Thread runner, long timeoutMillis, Consumer<List<StackTraceElement[]>> onStuck) {
    this.runner = runner;
    this.timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    this.knownHangs = new KnownHangDeadline(timeoutNanos);
    this.onStuck = onStuck;
  }

  void start() {
    Thread thread = new EngineThread(this::watch, "fuzz-watchdog");
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.start();
  }

  /** Lets the thread end at its next look. */
  @Override
  public void close() {
    closed = true;
  }

  /**
   * Called by the runner: from now on a run that hangs where others have hung before has a shorter
   * deadline.
   *
   * @param known whether the stacks of a run are those of such a hang; null when none is known
   */
  void expect(Predicate<List<StackTraceElement[]>> known) {
    knownHangs.expect(known);
  }

  /** The time, a few milliseconds coarse and almost free to read; as {@link System#nanoTime()}. */
  long coarseNanoTime() {
    return (long) NOW.getOpaque(this);
  }

  /** Called by the runner right before it runs the target. */
  void begin() {
    RUN.setRelease(this, ++current);
  }

  /**
   * Called by the runner right after the target returned.
   *
   * @return null, or the stacks of the run when its deadline had passed; null too when the run
   *     ended by itself right then, before anything was seen of it
   */
  List<StackTraceElement[]> end() {
    if (RUN.compareAndSet(this, current, current + 1)) {
      current++;
      return null;
    }
    return endStuck();
  }

  private synchronized List<StackTraceElement[]> endStuck() {
    returned = true;
    notifyAll();
    while (stuckSamples == null) {
      waitQuietly(0);
    }
    List<StackTraceElement[]> samples = stuckSamples;
    stuckSamples = null;
    returned = false;
    RUN.setRelease(this, ++current);
    return samples.isEmpty() ? null : samples;
  }

  /** On any thread: the number, always odd, of the run that is under way, or else of the last. */
  long lastRun() {
    return Math.abs((long) RUN.getAcquire(this)) - 1 | 1;
  }

  /** On any thread: whether a run is under way. */
  boolean isRunning() {
    return ((long) RUN.getAcquire(this) & 1) != 0;
  }

  private void watch() {
    long seen = 0;
    long since = System.nanoTime();
    long last = since;
    while (!closed) {
      LockSupport.parkNanos(TICK_NANOS);
      long time = System.nanoTime();
      NOW.setOpaque(this, time);
      if (time - last > 20 * TICK_NANOS) {
        // The whole JVM stood still: a collection, or the machine slept. That is not the run's
        // time.
        since += time - last;
      }
      last = time;
      long state = (long) RUN.getAcquire(this);
      if ((state & 1) == 0 || state < 0 || state != seen) {
        // A stuck run whose end is on its way to the runner needs nothing more.
        if ((seen & 1) != 0 && seen > 0 && state > 0) {
          knownHangs.passed(time - since);
        }
        seen = state;
        since = time;
      } else if (time - since >= timeoutNanos && RUN.compareAndSet(this, state, -state)) {
        endRunOrJvm();
      } else if (knownHangs.isDue(time - since)) {
        endKnownHang(state);
      }
    }
  }

  /** With a full heap, even looking at a stack can fail; the run must end all the same. */
  private void endRunOrJvm() {
    try {
      endRun();
    } catch (Throwable e) {
      onStuck.accept(NO_SAMPLES);
    }
  }

  /** Ends a run before its deadline when it hangs where one has hung before. */
  private void endKnownHang(long state) {
    try {
      List<StackTraceElement[]> samples = look();
      if (knownHangs.isKnown(samples) && RUN.compareAndSet(this, state, -state)) {
        interrupt(samples, KNOWN_GRACE_MILLIS);
      }
    } catch (Throwable fullHeap) {
      // The deadline is still to come.
    }
  }

  private void endRun() {
    interrupt(look(), GRACE_MILLIS);
  }

  private List<StackTraceElement[]> look() {
    List<StackTraceElement[]> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      StackTraceElement[] stack = runner.getStackTrace();
      if (hasReturned(stack)) {
        break;
      }
      samples.add(stack);
      LockSupport.parkNanos(TICK_NANOS);
    }
    return samples;
  }

  /** Whether the runner is past its run, and about to wait for what was seen of it. */
  private static boolean hasReturned(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(f -> f.getClassName().equals(Watchdog.class.getName()));
  }

  private synchronized void interrupt(List<StackTraceElement[]> samples, long graceMillis) {
    if (!returned) {
      runner.interrupt();
    }
    long giveUp = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(graceMillis);
    while (!returned) {
      long left = TimeUnit.NANOSECONDS.toMillis(giveUp - System.nanoTime());
      if (left <= 0) {
        onStuck.accept(samples);
        return;
      }
      waitQuietly(left);
    }
    stuckSamples = samples;
    notifyAll();
  }

  /** The runner may still carry the interrupt that ended its run: it must not end this wait. */
  private void waitQuietly(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException ignored) {
      // The caller's loop looks at its condition again.
    }
  }
}
