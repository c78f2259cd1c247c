package io.github.mavenfuzz.lifecycle;

import java.lang.invoke.MethodHandle;

/**
 * A target that is called as a method, without a test framework. If the instance needs no care, a
 * run costs one call of the method.
 */
final class DirectTarget implements PreparedTarget {

  /** Makes instances of the target's class. */
  @FunctionalInterface
  interface Factory {
    /**
     * @return null when the target is static
     * @throws LifecycleException when there can be none
     */
    Object make() throws LifecycleException;
  }

  /** Takes the instance, which is null for a static method, and the arguments as an array. */
  private final MethodHandle method;

  private final Factory factory;
  private final TargetLifecycle lifecycle;

  /** Whether something is called before or after each run. */
  private final boolean hasEach;

  private final boolean renewable;

  /** Whether each run has an instance of its own. */
  private boolean renewing;

  private Object instance;

  /** Runs on the instance so far. */
  private long runs;

  /** Whether the next run is to have a new instance. */
  private boolean stale;

  /** Whether what comes before the next run has been called. */
  private boolean ready;

  /**
   * @param instance for the first run; null for a static method
   * @param hasEach whether what the lifecycle has for each run is called around each run
   */
  DirectTarget(
      MethodHandle method,
      Factory factory,
      TargetLifecycle lifecycle,
      InstancePolicy policy,
      boolean hasEach) {
    this.method = method;
    this.factory = factory;
    this.lifecycle = lifecycle;
    this.hasEach = hasEach;
    this.renewable = policy == InstancePolicy.SHARED;
    this.renewing = policy == InstancePolicy.EACH;
  }

  /**
   * Prepares the first run.
   *
   * @param first the instance for it; null for a static method
   * @throws LifecycleException when that fails; the next run is not prepared then
   */
  void begin(Object first) throws LifecycleException {
    instance = first;
    if (hasEach) {
      lifecycle.beginEach(instance);
      ready = true;
    }
  }

  /** The instance of the last run, or of the next one. */
  Object instance() {
    return instance;
  }

  /**
   * Ends what was prepared for a run that did not come.
   *
   * @throws LifecycleException when that fails
   */
  void end() throws LifecycleException {
    if (ready) {
      ready = false;
      lifecycle.endEach(instance);
    }
  }

  @Override
  public void run(Object[] arguments) throws Throwable {
    if (stale || renewing || hasEach) {
      runWithCare(arguments);
    } else {
      runs++;
      method.invokeExact(instance, arguments);
    }
  }

  private void runWithCare(Object[] arguments) throws Throwable {
    if (stale || renewing && runs > 0) {
      instance = orThrown(factory::make);
      runs = 0;
      stale = false;
    }
    Throwable thrown = null;
    try {
      if (hasEach && !ready) {
        lifecycle.beginEach(instance);
      }
      runs++;
      method.invokeExact(instance, arguments);
    } catch (LifecycleException e) {
      thrown = thrownBy(e);
    } catch (Throwable e) {
      thrown = e;
    }
    ready = hasEach;
    try {
      end();
    } catch (LifecycleException e) {
      thrown = thrown == null ? thrownBy(e) : thrown;
    }
    if (thrown != null) {
      throw thrown;
    }
  }

  private static Object orThrown(Factory factory) throws Throwable {
    try {
      return factory.make();
    } catch (LifecycleException e) {
      throw thrownBy(e);
    }
  }

  /** The exception of the class, as a test would show it. */
  private static Throwable thrownBy(LifecycleException e) {
    return e.getCause() == null ? e : e.getCause();
  }

  @Override
  public boolean renew() {
    boolean used = renewable && runs > 1;
    stale |= used;
    return used;
  }

  @Override
  public void renewAlways() {
    renewing = true;
  }
}
