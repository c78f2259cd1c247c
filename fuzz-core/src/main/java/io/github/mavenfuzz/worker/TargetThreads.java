package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that the target makes: tells which run each of them stems from, waits after a run
 * until its threads have come to rest, and takes what they throw. A run that makes no thread costs
 * one look at a flag: the JDK itself calls {@link InheritableThreadLocal#childValue} for each
 * thread that is made.
 *
 * <p>What a thread does long after its run is not the fault of the input that runs by then, so the
 * inputs of runs that left threads behind are kept. A thread that waits without a deadline, or for
 * work in a pool, belongs to whichever run wakes it.
 *
 * <p>Lives as long as the worker JVM. The main thread, which runs the target, uses it; threads of
 * the target call what is said to be theirs.
 */
final class TargetThreads implements Thread.UncaughtExceptionHandler {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  /** How long one run among many waits for its threads. */
  private static final long PATIENCE = 100 * MILLI;

  /** How long a run waits that is made for the sake of its failure. */
  private static final long SINGLE_RUN_PATIENCE = 1000 * MILLI;

  /** After so many vain waits a target has threads that never rest. */
  private static final int MAX_VAIN_WAITS = 20;

  /** How many runs after a pool was last seen at work the next one may still give it some. */
  private static final int LIVELY_RUNS = 1000;

  /** How long a parked thread takes at most, usually, to show that it was woken. */
  private static final long WAKE_NANOS = 50_000;

  /** How many stacks are looked at after a run, each of which stops the JVM for a moment. */
  private static final int MAX_STACKS = 50;

  /** A target may start a thread at each of many thousand runs a second. */
  private static final int MAX_INPUTS = 10_000;

  /** Of all inputs that are kept, which must not fill the target's heap. */
  private static final int MAX_INPUT_BYTES = 16 << 20;

  /** A failure of a thread of an earlier run, and the file form of that run's input. */
  record Late(Throwable thrown, byte[] input) {}

  private final Thread runner;
  private final Watchdog watchdog;
  private final InputCodec codec;

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

  /** Inputs of runs that left threads behind, the oldest first; guarded by this. */
  private final Map<Long, byte[]> inputs = new LinkedHashMap<>();

  /** The length of them all, in bytes; guarded by this. */
  private int inputBytes;

  /** What is not waited for: threads of the engine, of the target's preparation, restless ones. */
  private final Set<Thread> ignored = identitySet();

  /** Threads left by earlier runs that rest until a run gives them something to do. */
  private volatile Set<Thread> resting = identitySet();

  /** Whether there may be something to wait for: a thread was made in this run, or some rest. */
  private volatile boolean awaited;

  private volatile boolean madeInRun;
  private volatile boolean settling;
  private volatile boolean keepingRun;
  private volatile Throwable thrown;
  private volatile Late late;
  private boolean started;
  private boolean single;
  private int vainWaits;
  private int lively;

  /**
   * @param runner the thread that runs the target
   */
  TargetThreads(Thread runner, Watchdog watchdog, InputCodec codec) {
    this.runner = runner;
    this.watchdog = watchdog;
    this.codec = codec;
  }

  private static Set<Thread> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
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
      ignored.addAll(alive());
    }
  }

  /** In any thread of the target that makes another. */
  private Long originOfChild(Long ofMaker) {
    Thread maker = Thread.currentThread();
    long current = watchdog.lastRun();
    long run = maker == runner || resting.contains(maker) ? current : ofMaker;
    if (run == current) {
      madeInRun = true;
      awaited = true;
    }
    return run;
  }

  /** In a thread that dies of what it has thrown. */
  @Override
  public void uncaughtException(Thread thread, Throwable cause) {
    byte[] input = inputOfEarlierRun();
    synchronized (this) {
      if (input == null) {
        thrown = thrown == null ? cause : thrown;
      } else {
        late = late == null ? new Late(cause, input) : late;
      }
    }
  }

  /**
   * In a thread of the target: the file form of the input that made it do what it does.
   *
   * @return null when that is the input of the run that is under way or has not come to rest, or
   *     not known any more
   */
  byte[] inputOfEarlierRun() {
    Long run = origin.get();
    Thread self = Thread.currentThread();
    if (self == runner || resting.contains(self)) {
      return null;
    }
    synchronized (this) {
      return inputs.get(run);
    }
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
  Late takeLate() {
    Late taken = late;
    if (taken != null) {
      late = null;
    }
    return taken;
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
    }
  }

  /**
   * Whether some run is to blame for what the current thread of the target does: one is under way
   * or has not come to rest, or the thread stems from one.
   */
  boolean isOfRun() {
    return origin.get() > 0 || settling || watchdog.isRunning();
  }

  /** On any thread: lets no further run begin, since the JVM is about to end for this one. */
  void keepRun() {
    keepingRun = true;
    awaited = true;
  }

  private void awaitRest(MutableInput input) {
    while (keepingRun) {
      LockSupport.park();
      Thread.interrupted();
    }
    boolean made = madeInRun;
    madeInRun = false;
    if (lively > 0) {
      lively--;
      LockSupport.parkNanos(WAKE_NANOS);
    }
    Set<Thread> restless = awaitRest(made);
    ignored.addAll(restless);
    if (made) {
      if (keepLeft() || !restless.isEmpty()) {
        remember(input);
      }
    } else if (!restless.isEmpty()) {
      Set<Thread> rest = identitySet();
      rest.addAll(resting);
      rest.removeAll(restless);
      resting = rest;
    }
    awaited = madeInRun || keepingRun || !resting.isEmpty();
  }

  /** Returns the threads that did not come to rest in time. */
  private Set<Thread> awaitRest(boolean made) {
    long patience = single ? SINGLE_RUN_PATIENCE : vainWaits < MAX_VAIN_WAITS ? PATIENCE : 0;
    long start = System.nanoTime();
    for (int look = 0; ; look++) {
      Set<Thread> busy = busy(made ? alive() : resting);
      if (busy.isEmpty() && !keepingRun) {
        return busy;
      }
      if (!made) {
        lively = LIVELY_RUNS;
      }
      if (System.nanoTime() - start >= patience && !keepingRun) {
        vainWaits++;
        return busy;
      }
      Thread.interrupted(); // or it would not wait
      LockSupport.parkNanos(look < 50 ? WAKE_NANOS : MILLI);
    }
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
    return switch (state(thread)) {
      case NEW, RUNNABLE -> true;
      case TIMED_WAITING -> single && !waitsForWork(thread);
      default -> false;
    };
  }

  /** A thread's class is the target's, and may answer anything. */
  private static Thread.State state(Thread thread) {
    try {
      return thread.getState();
    } catch (Throwable hostile) {
      return Thread.State.TERMINATED;
    }
  }

  /** Whether nothing but the JDK is on its stack, as when a thread of a pool has no work. */
  private static boolean waitsForWork(Thread thread) {
    try {
      return Arrays.stream(thread.getStackTrace()).allMatch(f -> f.getModuleName() != null);
    } catch (Throwable hostile) {
      return false;
    }
  }

  /** Takes in the threads that are left after a run, and says whether there are new ones. */
  private boolean keepLeft() {
    Set<Thread> before = resting;
    Set<Thread> rest = identitySet();
    boolean isNew = false;
    Set<Thread> alive = alive();
    ignored.retainAll(alive);
    int looks = 0;
    for (Thread thread : alive) {
      if (before.contains(thread)) {
        rest.add(thread);
      } else if (!ignored.contains(thread)) {
        isNew = true;
        if (state(thread) == Thread.State.WAITING || looks++ < MAX_STACKS && waitsForWork(thread)) {
          rest.add(thread);
        }
      }
    }
    resting = rest;
    return isNew;
  }

  private synchronized void remember(MutableInput input) {
    byte[] content = codec.encode(input.values());
    inputs.put(watchdog.lastRun(), content);
    inputBytes += content.length;
    Iterator<byte[]> oldest = inputs.values().iterator();
    while (inputs.size() > MAX_INPUTS || inputBytes > MAX_INPUT_BYTES) {
      inputBytes -= oldest.next().length;
      oldest.remove();
    }
  }

  /** All live threads but those of the JVM. */
  private Set<Thread> alive() {
    ThreadGroup group = runner.getThreadGroup();
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads);
    while (count == threads.length) { // perhaps there are more
      threads = new Thread[2 * count];
      count = group.enumerate(threads);
    }
    Set<Thread> alive = identitySet();
    alive.addAll(Arrays.asList(threads).subList(0, count));
    return alive;
  }
}
