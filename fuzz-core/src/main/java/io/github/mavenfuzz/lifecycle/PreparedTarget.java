package io.github.mavenfuzz.lifecycle;

/**
 * A target that can be run any number of times; lives in the JVM and on the thread that prepared
 * it, until its {@link TargetHost} ends it.
 */
@FunctionalInterface
public interface PreparedTarget {
  /**
   * Runs the target once, with all that JUnit does before and after each test.
   *
   * @param arguments of the types of the target's parameters, boxed
   * @throws Throwable what the target has thrown, or what runs before and after it
   */
  void run(Object[] arguments) throws Throwable;

  /**
   * Takes care that the next run uses an instance that no run has used before. It is called when a
   * run has failed, to tell whether that came of what earlier runs left in the instance.
   *
   * @return whether the run that failed had a used instance
   */
  default boolean renew() {
    return false;
  }

  /** Gives every run an instance of its own from now on. */
  default void renewAlways() {}
}
