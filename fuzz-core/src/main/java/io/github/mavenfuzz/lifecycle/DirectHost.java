package io.github.mavenfuzz.lifecycle;

import io.github.mavenfuzz.input.FuzzTarget;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs a target without a test framework: makes the instance, and calls the methods of the class
 * that are called around a run.
 */
public final class DirectHost implements TargetHost {
  private final Class<?> type;
  private final FuzzTarget named;
  private final Method target;
  private final TargetLifecycle lifecycle;
  private final Assumptions assumptions = new Assumptions();

  /**
   * @param type the class that runs
   * @param target the method, which the class declares or inherits
   * @param arguments for the class, if it asks for them
   */
  public DirectHost(Class<?> type, FuzzTarget named, Method target, List<String> arguments) {
    this.type = type;
    this.named = named;
    this.target = target;
    this.lifecycle = TargetLifecycle.of(type, target, arguments);
  }

  /**
   * Whether the methods around each run are called once around all runs, as with Jazzer's {@code
   * PER_TEST}.
   */
  public static boolean isPerTest(Method target) {
    return InstancePolicy.isPerTest(target);
  }

  /** The names of annotated methods that are not called, because they take parameters. */
  public List<String> uncallable() {
    return lifecycle.uncallable();
  }

  @Override
  public void host(Consumer<PreparedTarget> runs) throws LifecycleException, SkippedException {
    DirectTarget prepared = prepareOrSkip();
    runs.accept(prepared);
    end(prepared);
  }

  /**
   * A target that others have prepared.
   *
   * @param instance on which all runs call the method; null for a static one
   * @throws LifecycleException when the method cannot be called
   */
  public static PreparedTarget onInstance(Method target, Object instance)
      throws LifecycleException {
    MethodHandle handle = handle(target);
    return arguments -> {
      handle.invokeExact(instance, arguments);
    };
  }

  private DirectTarget prepareOrSkip() throws LifecycleException, SkippedException {
    String disabled = JupiterFeatures.disabledReason(type, target);
    if (disabled != null) {
      throw new SkippedException(disabled);
    }
    try {
      return prepare();
    } catch (LifecycleException e) {
      if (e.getCause() != null && assumptions.haveFailed(e.getCause())) {
        throw new SkippedException(e.getCause().getMessage());
      }
      throw e;
    }
  }

  private DirectTarget prepare() throws LifecycleException {
    boolean perTest = InstancePolicy.isPerTest(target);
    InstancePolicy policy = InstancePolicy.of(type, target, lifecycle.hasEach());
    boolean isStatic = Step.isStatic(target);
    DirectTarget.Factory factory =
        isStatic ? () -> null : () -> TargetMethod.newInstance(type, named);
    DirectTarget prepared =
        new DirectTarget(
            handle(target), factory, lifecycle, policy, lifecycle.hasEach() && !perTest);
    // If all runs share an instance by JUnit's rules, it is made before them all.
    Object shared = policy == InstancePolicy.ONE ? factory.make() : null;
    lifecycle.begin(shared);
    Object first = policy == InstancePolicy.ONE ? shared : factory.make();
    if (perTest) {
      lifecycle.beginEach(first);
    }
    prepared.begin(first);
    return prepared;
  }

  private static MethodHandle handle(Method target) throws LifecycleException {
    try {
      target.setAccessible(true);
      MethodHandle handle = MethodHandles.lookup().unreflect(target).asFixedArity();
      if (Step.isStatic(target)) {
        handle = MethodHandles.dropArguments(handle, 0, Object.class);
      }
      return handle
          .asSpreader(Object[].class, target.getParameterCount())
          .asType(MethodType.methodType(void.class, Object.class, Object[].class));
    } catch (IllegalAccessException | RuntimeException e) {
      throw new LifecycleException("method cannot be called", e);
    }
  }

  private void end(DirectTarget prepared) throws LifecycleException {
    Object last = prepared.instance();
    LifecycleException problem = null;
    try {
      prepared.end();
      if (InstancePolicy.isPerTest(target)) {
        lifecycle.endEach(last);
      }
    } catch (LifecycleException e) {
      problem = e;
    }
    lifecycle.end(last);
    if (problem != null) {
      throw problem;
    }
  }
}
