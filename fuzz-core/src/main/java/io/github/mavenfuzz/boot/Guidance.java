package io.github.mavenfuzz.boot;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntBiFunction;

/**
 * The helpers of Jazzer's API, in a worker JVM: the agent makes those helpers call the methods of
 * the same names and parameters here. Each tells how near a run has come to a goal that no branch
 * shows. An input that comes nearer is kept like one that reaches a new branch. None ever throws,
 * other than {@link #reportFindingFromHook}.
 *
 * <p>Lives, like {@link Counters}, on the boot class path, where every class loader finds it. Its
 * state belongs to the one target of a worker JVM; any thread may call it.
 */
public final class Guidance {
  /** States that can be told apart: those of a byte. */
  private static final int STATES = 1 << Byte.SIZE;

  /** The longest prefix that counts, in characters or bytes. */
  private static final int MAX_PREFIX = 256;

  /** The most counters for one value; finer differences do not count. */
  private static final int MAX_LEVELS = 1 << 16;

  private static final Features STATE = new Features("jazzer:exploreState");
  private static final Features MAXIMUM = new Features("jazzer:maximize");
  private static final Features MINIMUM = new Features("jazzer:minimize");
  private static final Features EQUALITY = new Features("jazzer:guideTowardsEquality");
  private static final Features CONTAINMENT = new Features("jazzer:guideTowardsContainment");

  private static final AtomicReference<Throwable> REPORTED = new AtomicReference<>();
  private static final Queue<Runnable> WAITING = new ConcurrentLinkedQueue<>();

  private Guidance() {}

  /**
   * Makes the methods here count.
   *
   * @param numbering of a row of counters: takes its name and length, answers the number of the
   *     first counter, or a negative number when there is no room
   */
  public static void countWith(ToIntBiFunction<String, Integer> numbering) {
    Features.NUMBERING.set(numbering);
  }

  /** Each state is as good as a branch. */
  public static void exploreState(byte state, int id) {
    int index = Byte.toUnsignedInt(state);
    STATE.reach(id, STATES, index, index + 1);
  }

  /**
   * The nearer a value is to the upper end of its range, the more it reaches.
   *
   * @param levels how many steps there are at most from one end to the other
   */
  public static void maximize(long value, long min, long max, int levels, int id) {
    if (min <= max && levels > 0) {
      int length = levels(min, max, levels);
      MAXIMUM.reach(id, length, 0, value < min ? 0 : 1 + level(value, min, max, length));
    }
  }

  /**
   * The nearer a value is to the lower end of its range, the more it reaches.
   *
   * @param levels how many steps there are at most from one end to the other
   */
  public static void minimize(long value, long min, long max, int levels, int id) {
    if (min <= max && levels > 0) {
      int length = levels(min, max, levels);
      // The complement of a number is its mirror image: the order is turned round, nothing is lost.
      MINIMUM.reach(id, length, 0, value > max ? 0 : 1 + level(~value, ~max, ~min, length));
    }
  }

  /** One for each value of a small range. */
  private static int levels(long min, long max, int levels) {
    int most = Math.min(levels, MAX_LEVELS);
    long steps = max - min; // unsigned
    return Long.compareUnsigned(steps, most) < 0 ? (int) steps + 1 : most;
  }

  /** The level of a value that is not below the range, from 0. */
  private static int level(long value, long min, long max, int length) {
    if (value >= max) {
      return length - 1;
    }
    return (int) (((double) value - min) / ((double) max - min) * (length - 1));
  }

  /** The longer the common prefix, the more is reached. */
  public static void guideTowardsEquality(String current, String target, int id) {
    if (current == null || target == null) {
      return;
    }
    int end = Math.min(MAX_PREFIX, Math.min(current.length(), target.length()));
    int same = 0;
    while (same < end && current.charAt(same) == target.charAt(same)) {
      same++;
    }
    EQUALITY.reach(id, MAX_PREFIX, 0, same);
  }

  /** The longer the common prefix, the more is reached. */
  public static void guideTowardsEquality(byte[] current, byte[] target, int id) {
    if (current == null || target == null) {
      return;
    }
    int end = Math.min(MAX_PREFIX, Math.min(current.length, target.length));
    int same = 0;
    while (same < end && current[same] == target[same]) {
      same++;
    }
    EQUALITY.reach(id, MAX_PREFIX, 0, same);
  }

  /** The longer the prefix of the needle that is in the haystack, the more is reached. */
  public static void guideTowardsContainment(String haystack, String needle, int id) {
    if (haystack == null || needle == null) {
      return;
    }
    int end = Math.min(MAX_PREFIX, needle.length());
    int longest = 0;
    for (int at = 0; at < haystack.length() - longest && longest < end; at++) {
      while (longest < end && haystack.regionMatches(at, needle, 0, longest + 1)) {
        longest++;
      }
    }
    CONTAINMENT.reach(id, MAX_PREFIX, 0, longest);
  }

  /**
   * Makes this run fail, whether or not the target catches what is thrown here. Of several
   * throwables in a run the first counts.
   *
   * @throws T always, unless it is null
   */
  @SuppressWarnings("unchecked")
  public static <T extends Throwable> void reportFindingFromHook(Throwable finding) throws T {
    if (finding != null) {
      REPORTED.compareAndSet(null, finding);
      throw (T) finding;
    }
  }

  /**
   * The throwable that was reported since the last call, or null; the worker asks after each run.
   */
  public static Throwable takeReported() {
    return REPORTED.get() == null ? null : REPORTED.getAndSet(null);
  }

  /** Keeps something to be run once, before the first run. */
  public static void onFuzzTargetReady(Runnable callback) {
    if (callback != null) {
      WAITING.add(callback);
    }
  }

  /** Runs what waits for the target, once its class is initialised; throws what that throws. */
  public static void targetReady() {
    for (Runnable next = WAITING.poll(); next != null; next = WAITING.poll()) {
      next.run();
    }
  }
}
