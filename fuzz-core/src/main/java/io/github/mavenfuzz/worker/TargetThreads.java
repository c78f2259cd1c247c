package io.github.mavenfuzz.worker;

import static io.github.mavenfuzz.worker.ThreadStates.identitySet;

import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.worker.ThreadStates.Activity;
import io.github.mavenfuzz.worker.ThreadStates.Work;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that the target makes: tells which run each of them stems from, waits after a run
 * until its threads have come to rest, and takes what they throw. A run that makes no thread costs
 * one look at a flag: the JDK itself calls {@link InheritableThreadLocal#childValue} for each
 * thread that is made.
 *
 * <p>What a thread does after its run has come to rest is not the fault of the input that runs by
 * then, so the inputs of runs that made threads are kept. A thread that waits without a deadline,
 * or for work in a pool, belongs to whichever run wakes it.
 *
 * <p>Lives as long as the worker JVM. The main thread, which runs the target, uses it; threads of
 * the target call what is said to be theirs.
 */
final class TargetThreads implements Thread.UncaughtExceptionHandler {
  /** After so many vain waits a target has threads that never rest. */
  private static final int MAX_VAIN_WAITS = 20;

  /** How many runs after a pool was last seen at work the next one may still give it some. */
  private static final int LIVELY_RUNS = 1000;

  /** How long a parked thread takes at most, usually, to show that it was woken. */
  private static final long WAKE_NANOS = 50_000;

  /** How many looks in a row must see nothing before a single run is taken to be at rest. */
  private static final int SURE_LOOKS = 50;

  private static final long LONG_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** How many stacks are looked at after a run, each of which stops the JVM for a moment. */
  private static final int MAX_STACKS = 50;

  private final Thread runner;
  private final Watchdog watchdog;
  private final RunInputs inputs;
  private final WaitLimits limits;
  private final ThreadStates look = new ThreadStates();

  /** The run that a thread stems from; 0 for threads from before the first run. */
  private final ThreadLocal<Long> origin =
      new InheritableThreadLocal<>() {
        @Override
        protected Long initialValue() {
          return 0L;
        }

        @Override
        protected Long childValue(Long ofMaker) {
          return originOfChild(ofMaker);
        }
      };

  /** What is not waited for: threads of the JVM, of the target's preparation, restless ones. */
  private final Set<Thread> ignored = identitySet();

  /** Threads left by earlier runs that rest until a run gives them something to do. */
  private volatile Set<Thread> resting = identitySet();

  /** Threads of pools left by earlier runs that rest once their last delayed task is done. */
  private Set<Thread> delayed = identitySet();

  /** Whether there may be something to wait for. */
  private volatile boolean awaited;

  /** How many threads the run has made. */
  private final AtomicInteger made = new AtomicInteger();

  private volatile boolean settling;
  private volatile boolean keepingRun;
  private volatile Throwable thrown;

  /** Of the first late failure since the last call: its input, null for none. */
  private volatile byte[] lateInput;

  private volatile Throwable lateThrown;
  private boolean started;
  private boolean single;
  private boolean everMade;
  private int vainWaits;
  private int lively;

  /**
   * @param runner the thread that runs the target
   */
  TargetThreads(Thread runner, Watchdog watchdog, RunInputs inputs, WaitLimits limits) {
    this.runner = runner;
    this.watchdog = watchdog;
    this.inputs = inputs;
    this.limits = limits;
  }

  /**
   * Prepares the runs of a call.
   *
   * @param singleRun whether there is one run only, whose failure counts wherever it happens
   */
  void beginCall(boolean singleRun) {
    single = singleRun;
    if (!started) {
      started = true;
      origin.set(0L);
      ignored.addAll(look.alive());
    }
    if (single) { // not every way to make a thread can be seen
      awaited = true;
    }
  }

  /** In any thread of the target that makes another; must not throw. */
  private Long originOfChild(Long ofMaker) {
    Thread maker = Thread.currentThread();
    long current = watchdog.lastRun();
    long run = maker == runner || resting.contains(maker) ? current : ofMaker;
    if (run == current) {
      made.incrementAndGet();
      awaited = true;
    }
    return run;
  }

  /** In a thread that dies of what it has thrown, and may have filled the heap. */
  @Override
  public void uncaughtException(Thread thread, Throwable cause) {
    byte[] input = inputOfEarlierRun();
    synchronized (this) {
      if (input == null) {
        thrown = thrown == null ? cause : thrown;
      } else if (lateInput == null) {
        lateThrown = cause;
        lateInput = input;
      }
    }
  }

  /**
   * In a thread of the target: the memory form of the input that made it do what it does.
   *
   * @return null when that is the input of the run that is under way or has not come to rest, or
   *     not known any more
   */
  byte[] inputOfEarlierRun() {
    Thread self = Thread.currentThread();
    return self == runner || resting.contains(self) ? null : inputs.of(origin.get());
  }

  /** What a thread of the last run has thrown, or one whose run is unknown; null for nothing. */
  Throwable takeThrown() {
    Throwable taken = thrown;
    if (taken != null) {
      thrown = null;
    }
    return taken;
  }

  /** The first failure since the last call that belongs to an earlier run, or null. */
  RunFailure.Late takeLate() {
    byte[] input = lateInput;
    if (input == null) {
      return null;
    }
    RunFailure.Late late = new RunFailure.Late(new RunFailure.Thrown(lateThrown), input);
    lateInput = null;
    return late;
  }

  /**
   * Waits after a run, within limits, until its threads have ended or rest.
   *
   * @param input of the run
   */
  void settle(MutableInput input) {
    if (awaited) {
      settling = true;
      awaitRest(input);
      settling = false;
      while (keepingRun) {
        LockSupport.park();
        Thread.interrupted();
      }
    }
  }

  /**
   * Whether some run is to blame for what the current thread of the target does: one is under way
   * or has not come to rest, or the thread stems from one.
   */
  boolean isOfRun() {
    return origin.get() > 0 || settling || watchdog.isRunning();
  }

  /** Whether any run has made a thread, as far as that can be seen. */
  boolean haveBeenMade() {
    return everMade;
  }

  /** On any thread: lets no further run begin, since the JVM is about to end. */
  void keepRun() {
    keepingRun = true;
    awaited = true;
  }

  /** On any thread: lets runs go on after {@link #keepRun}. */
  void releaseRun() {
    keepingRun = false;
    LockSupport.unpark(runner);
  }

  private void awaitRest(MutableInput input) {
    awaited = false; // before the looks at what may set it
    int threads = made.getAndSet(0);
    everMade |= threads > 0;
    if (lively > 0) {
      lively--;
      LockSupport.parkNanos(WAKE_NANOS);
    }
    Set<Thread> restless = awaitRest(threads);
    ignored.addAll(restless);
    if (threads > 0 || single) {
      keepLeft();
      inputs.remember(watchdog.lastRun(), input);
    } else if (!restless.isEmpty() || !delayed.isEmpty()) {
      keepResting();
    }
    if (made.get() > 0 || keepingRun || !resting.isEmpty() || !delayed.isEmpty()) {
      awaited = true;
    }
  }

  /**
   * Returns the threads that did not come to rest in time.
   *
   * @param threads how many the run has made
   */
  private Set<Thread> awaitRest(int threads) {
    boolean anew = threads > 0 || single;
    long start = limits.clock().getAsLong();
    int quiet = 0;
    for (int looks = 0; ; looks++) {
      Set<Thread> alive = anew ? look.alive() : resting;
      Set<Thread> busy = busy(alive);
      boolean rests = busy.isEmpty() && !(single && hasUnseen(threads, alive));
      quiet = rests ? quiet + 1 : 0;
      if (rests && (!single || quiet == SURE_LOOKS) || single && thrown != null) {
        return busy;
      }
      if (!anew) {
        lively = LIVELY_RUNS;
      }
      if (limits.clock().getAsLong() - start >= limit(busy)) {
        vainWaits++;
        return busy;
      }
      Thread.interrupted(); // or it would not wait
      LockSupport.parkNanos(looks < 50 ? WAKE_NANOS : LONG_WAIT_NANOS);
    }
  }

  private long limit(Set<Thread> busy) {
    if (!single) {
      return vainWaits < MAX_VAIN_WAITS ? limits.ofMany() : 0;
    }
    return busy.stream().anyMatch(thread -> look.activity(thread) == Activity.BUSY)
        ? limits.ofSingleBusy()
        : limits.ofSingle();
  }

  /** Whether more threads were made than can be seen: some have ended, or they are virtual. */
  private boolean hasUnseen(int threads, Set<Thread> alive) {
    return alive.stream().filter(thread -> !ignored.contains(thread)).count() < threads;
  }

  private Set<Thread> busy(Set<Thread> threads) {
    Set<Thread> busy = Set.of();
    for (Thread thread : threads) {
      if (!ignored.contains(thread) && isBusy(thread)) {
        busy = busy.isEmpty() ? identitySet() : busy;
        busy.add(thread);
      }
    }
    return busy;
  }

  private boolean isBusy(Thread thread) {
    Activity activity = look.activity(thread);
    return activity == Activity.BUSY || single && activity == Activity.SLEEPING;
  }

  /** Takes in the threads that are left after a run that may have made some. */
  private void keepLeft() {
    Set<Thread> rest = identitySet();
    Set<Thread> later = identitySet();
    Set<Thread> alive = look.alive();
    ignored.retainAll(alive);
    int looks = 0;
    for (Thread thread : alive) {
      if (resting.contains(thread)) {
        rest.add(thread);
      } else if (!ignored.contains(thread)) {
        Work work =
            look.activity(thread) == Activity.RESTING
                ? Work.NONE
                : looks++ < MAX_STACKS ? look.work(thread) : Work.SOME;
        if (work == Work.NONE) {
          rest.add(thread);
        } else if (work == Work.DELAYED) {
          later.add(thread);
        }
      }
    }
    resting = rest;
    delayed = later;
  }

  /** Looks again at the threads that are left after a run that has made none. */
  private void keepResting() {
    Set<Thread> rest = identitySet();
    rest.addAll(resting);
    for (Thread thread : delayed) {
      if (look.activity(thread) == Activity.RESTING) {
        rest.add(thread);
      }
    }
    delayed.removeAll(rest);
    rest.removeAll(ignored);
    rest.removeIf(thread -> !thread.isAlive());
    resting = rest;
  }
}
