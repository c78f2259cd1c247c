package io.github.mavenfuzz.lifecycle;

import java.util.Set;

/**
 * Tells the exceptions by which test frameworks say that an input makes no sense from those that
 * say that something is wrong. Lives in the worker JVM's main thread.
 */
public final class Assumptions {
  /** By name: the project has the framework, or none. */
  private static final Set<String> FAILED =
      Set.of(
          "org.opentest4j.TestAbortedException",
          "org.junit.internal.AssumptionViolatedException",
          "org.testng.SkipException");

  /** A target may turn away every second input, so the answer is kept for each class. */
  private final ClassValue<Boolean> failed =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return FAILED.contains(type.getName())
              || type.getSuperclass() != null && get(type.getSuperclass());
        }
      };

  /** Whether it is what a framework throws for an assumption that does not hold. */
  public boolean haveFailed(Throwable thrown) {
    return failed.get(thrown.getClass());
  }
}
