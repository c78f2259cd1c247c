package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.argument.ArgumentFactory;
import io.github.mavenfuzz.argument.RefusedArgumentException;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.coverage.Guidance;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.lifecycle.LifecycleException;
import io.github.mavenfuzz.lifecycle.TargetLifecycle;
import io.github.mavenfuzz.lifecycle.TargetMethod;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;

/** Calls the target's method; lives in the worker JVM's main thread. */
final class TargetInvoker {
  /** In characters. */
  private static final int MAX_REASON = 500;

  private final MethodHandle handle;
  private final ArgumentFactory factory;
  private final TargetLifecycle lifecycle;
  private final Assumptions assumptions = new Assumptions();
  private long refusedRuns;
  private RefusedArgumentException lastRefusal;

  private TargetInvoker(MethodHandle handle, ArgumentFactory factory, TargetLifecycle lifecycle) {
    this.handle = handle;
    this.factory = factory;
    this.lifecycle = lifecycle;
  }

  /**
   * Loads and initialises the target's class, makes the instance that all runs share when the
   * method is not static, and calls what the class wants called before the first run.
   *
   * @param arguments for the class, if it asks for them
   * @throws TargetLoadException when the target cannot be run at all
   */
  static TargetInvoker load(FuzzTarget target, List<String> arguments) throws TargetLoadException {
    Class<?> type = initialise(target.place().calledClass());
    callBack();
    try {
      Method method = TargetMethod.find(type, target);
      method.setAccessible(true);
      MethodHandle handle = MethodHandles.lookup().unreflect(method);
      Object instance =
          Modifier.isStatic(method.getModifiers()) ? null : TargetMethod.newInstance(type, target);
      TargetLifecycle lifecycle = TargetLifecycle.of(type, method, instance, arguments);
      lifecycle.begin();
      if (instance != null) {
        handle = handle.bindTo(instance);
      }
      return new TargetInvoker(
          handle
              .asFixedArity()
              .asSpreader(Object[].class, target.shape().size())
              .asType(MethodType.methodType(void.class, Object[].class)),
          ArgumentFactory.of(target.shape(), type.getClassLoader()),
          lifecycle);
    } catch (LifecycleException e) {
      throw new TargetLoadException("its " + e.getMessage(), e.getCause());
    } catch (IllegalArgumentException e) {
      throw new TargetLoadException(e.getMessage(), e.getCause());
    } catch (IllegalAccessException | LinkageError e) {
      throw notLoaded(e);
    }
  }

  private static Class<?> initialise(String className) throws TargetLoadException {
    try {
      return Class.forName(className);
    } catch (ClassNotFoundException e) {
      throw new TargetLoadException("its class is not on the class path", null);
    } catch (ExceptionInInitializerError e) {
      throw new TargetLoadException("a static initialiser threw an exception", e.getCause());
    } catch (LinkageError e) {
      throw notLoaded(e);
    } catch (Throwable e) { // the JVM passes on the errors of a static initialiser as they are
      throw new TargetLoadException("a static initialiser threw an exception", e);
    }
  }

  /** Runs what waits for the target, before anything of the target itself runs, as in Jazzer. */
  private static void callBack() throws TargetLoadException {
    try {
      Guidance.targetReady();
    } catch (Throwable e) {
      throw new TargetLoadException("a callback of onFuzzTargetReady threw an exception", e);
    }
  }

  private static TargetLoadException notLoaded(Throwable cause) {
    return new TargetLoadException("its class could not be loaded", cause);
  }

  /** What the class does around the runs; its beginning is done. */
  TargetLifecycle lifecycle() {
    return lifecycle;
  }

  /** The runs since the last call that did not reach the target; null when all did. */
  Refusals takeRefusals() {
    if (refusedRuns == 0) {
      return null;
    }
    String reason = lastRefusal.getMessage();
    Refusals refusals =
        new Refusals(refusedRuns, reason.substring(0, Math.min(reason.length(), MAX_REASON)));
    refusedRuns = 0;
    lastRefusal = null;
    return refusals;
  }

  /**
   * Runs the target once, or not at all when a class that it takes refuses a value: then the values
   * are no input of the target, and {@link #takeRefusals()} counts the run.
   *
   * @param values in plain form and of the target's shape; they are replaced by the arguments,
   *     which the target may keep or change
   * @return what it threw, or null; null too for an assumption that the input does not meet
   */
  Throwable run(Object[] values) {
    try {
      factory.convert(values);
      handle.invokeExact(values);
      return null;
    } catch (RefusedArgumentException refused) {
      refusedRuns++;
      lastRefusal = refused;
      return null;
    } catch (Throwable thrown) {
      return assumptions.haveFailed(thrown) ? null : thrown;
    }
  }
}
