package io.github.mavenfuzz.lifecycle;

import io.github.mavenfuzz.input.FuzzTarget;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Calls what a target's class wants called once before the first run and once after the last one,
 * in the JVM and on the thread of the runs: {@code fuzzerInitialize} and {@code fuzzerTearDown} of
 * a target that Jazzer's driver knows by name, JUnit Jupiter's methods of one that is annotated.
 */
public final class TargetLifecycle {
  private final List<Step> before;
  private final List<Step> after;
  private final List<String> uncallable;

  private TargetLifecycle(List<Step> before, List<Step> after, List<String> uncallable) {
    this.before = before;
    this.after = after;
    this.uncallable = uncallable;
  }

  /**
   * @param type the target's class
   * @param target the method that is run, which a superclass may declare
   * @param instance what it is run on; null when it is static
   * @param arguments for {@code fuzzerInitialize}
   */
  public static TargetLifecycle of(
      Class<?> type, Method target, Object instance, List<String> arguments) {
    if (target.getName().equals(FuzzTarget.JAZZERS_METHOD) && Step.isStatic(target)) {
      return new TargetLifecycle(
          FuzzerMethods.before(type, arguments), FuzzerMethods.after(type), List.of());
    }
    JupiterMethods methods = new JupiterMethods(type, instance);
    return new TargetLifecycle(methods.before(), methods.after(), methods.uncallable());
  }

  /**
   * Prepares the first run.
   *
   * @throws LifecycleException when a method throws something; those after it are not called
   */
  public void begin() throws LifecycleException {
    for (Step step : before) {
      step.run();
    }
  }

  /**
   * Ends after the last run; calls every method even if one throws something.
   *
   * @throws LifecycleException the first
   */
  public void end() throws LifecycleException {
    LifecycleException first = null;
    for (Step step : after) {
      try {
        step.run();
      } catch (LifecycleException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** The names of annotated methods that are not called, because they take parameters. */
  public List<String> uncallable() {
    return uncallable;
  }
}
