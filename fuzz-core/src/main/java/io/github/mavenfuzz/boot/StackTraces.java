package io.github.mavenfuzz.boot;

/**
 * Lets throwables do without their stack traces, in a worker JVM whose agent has changed {@link
 * Throwable} to ask here. To record a stack costs more than most of what a parser does with a short
 * input, and nearly every mutated input ends in an exception that the target catches and drops.
 *
 * <p>Lives, like {@link Counters}, on the boot class path, where {@code Throwable} finds it; what
 * that reads has to be static. The main thread switches around a run, and whichever thread
 * initialises an instrumented class switches stacks on; what other threads throw meanwhile has no
 * stack trace either.
 */
public final class StackTraces {
  /** The index of whether throwables that are made now record no stack; they read it. */
  public static final int OMITTED = 0;

  /** The index of whether a stack was asked for that was not recorded; throwables write it. */
  public static final int MISSED = 1;

  private static final int OPTIONAL = 2;

  /** The switches, by the indexes above. */
  public static final boolean[] SWITCHES = new boolean[3];

  /**
   * What throwables hold instead of a stack when they record none. By its identity they are told
   * from those that never have one, and for good: a target may keep a throwable in a static field.
   */
  public static final StackTraceElement[] NONE = new StackTraceElement[0];

  private StackTraces() {}

  /** Says that {@link Throwable} asks here. */
  public static void makeOptional() {
    SWITCHES[OPTIONAL] = true;
  }

  /** Whether stack traces can be omitted in this JVM. */
  public static boolean areOptional() {
    return SWITCHES[OPTIONAL];
  }

  /** From now on throwables record no stack, and none has been missed yet. */
  public static void omit() {
    SWITCHES[MISSED] = false;
    SWITCHES[OMITTED] = true;
  }

  /** From now on throwables record their stack, as they do in any other JVM. */
  public static void keep() {
    SWITCHES[OMITTED] = false;
  }

  /**
   * Whether a stack that was not recorded was asked for since the last call. With the stack, the
   * run may have gone another way.
   */
  public static boolean takeMissed() {
    if (!SWITCHES[MISSED]) {
      return false;
    }
    SWITCHES[MISSED] = false;
    return true;
  }

  /**
   * Whether a throwable has no stack only because it was made while throwables recorded none. Calls
   * what its class may have overridden, and passes on what that throws.
   */
  public static boolean isMissingIn(Throwable thrown) {
    SWITCHES[MISSED] = false;
    thrown.getStackTrace();
    return takeMissed();
  }
}
