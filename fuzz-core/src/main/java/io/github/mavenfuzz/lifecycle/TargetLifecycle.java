package io.github.mavenfuzz.lifecycle;

import io.github.mavenfuzz.input.FuzzTarget;
import java.lang.reflect.Method;
import java.util.List;

/**
 * The methods of a target's class that are called around its runs, in the JVM and on the thread of
 * the runs: {@code fuzzerInitialize} and {@code fuzzerTearDown} of a target that Jazzer's driver
 * knows by name, JUnit Jupiter's methods of one that is annotated.
 */
public final class TargetLifecycle {
  private final List<Step> beforeAll;
  private final List<Step> beforeEach;
  private final List<Step> afterEach;
  private final List<Step> afterAll;
  private final List<String> uncallable;

  private TargetLifecycle(List<Step> before, List<Step> after) {
    this.beforeAll = before;
    this.beforeEach = List.of();
    this.afterEach = List.of();
    this.afterAll = after;
    this.uncallable = List.of();
  }

  private TargetLifecycle(JupiterMethods methods) {
    this.beforeAll = methods.before("BeforeAll");
    this.beforeEach = methods.before("BeforeEach");
    this.afterEach = methods.after("AfterEach");
    this.afterAll = methods.after("AfterAll");
    this.uncallable = methods.uncallable();
  }

  /**
   * @param type the target's class
   * @param target the method that is run, which a superclass may declare
   * @param arguments for {@code fuzzerInitialize}
   */
  public static TargetLifecycle of(Class<?> type, Method target, List<String> arguments) {
    return target.getName().equals(FuzzTarget.JAZZERS_METHOD) && Step.isStatic(target)
        ? new TargetLifecycle(FuzzerMethods.before(type, arguments), FuzzerMethods.after(type))
        : new TargetLifecycle(new JupiterMethods(type, !Step.isStatic(target)));
  }

  /**
   * Prepares the first run.
   *
   * @param instance null when only static methods are called
   * @throws LifecycleException when a method throws something; those after it are not called
   */
  public void begin(Object instance) throws LifecycleException {
    runAll(beforeAll, instance);
  }

  /**
   * Ends after the last run; calls every method even if one throws something.
   *
   * @throws LifecycleException the first
   */
  public void end(Object instance) throws LifecycleException {
    runEvery(afterAll, instance);
  }

  /** Whether something is called before or after each run. */
  boolean hasEach() {
    return !beforeEach.isEmpty() || !afterEach.isEmpty();
  }

  /**
   * Prepares a run.
   *
   * @throws LifecycleException when a method throws something; those after it are not called
   */
  void beginEach(Object instance) throws LifecycleException {
    runAll(beforeEach, instance);
  }

  /**
   * Ends a run; calls every method even if one throws something.
   *
   * @throws LifecycleException the first
   */
  void endEach(Object instance) throws LifecycleException {
    runEvery(afterEach, instance);
  }

  private static void runAll(List<Step> steps, Object instance) throws LifecycleException {
    for (Step step : steps) {
      step.run(instance);
    }
  }

  private static void runEvery(List<Step> steps, Object instance) throws LifecycleException {
    LifecycleException first = null;
    for (Step step : steps) {
      try {
        step.run(instance);
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
