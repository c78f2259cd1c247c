package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.lifecycle.DirectHost;
import io.github.mavenfuzz.lifecycle.LifecycleException;
import io.github.mavenfuzz.lifecycle.PreparedTarget;
import io.github.mavenfuzz.lifecycle.SkippedException;
import java.lang.reflect.Method;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** One run of a target by our own engine, with what the fuzzer calls around it. */
final class ReplayRun {
  private final Class<?> testClass;
  private final FuzzTarget target;
  private final Method method;
  private final Object[] arguments;

  /** The throwable of the run, or null. */
  private Throwable thrown;

  ReplayRun(Class<?> testClass, FuzzTarget target, Method method, Object[] arguments) {
    this.testClass = testClass;
    this.target = target;
    this.method = method;
    this.arguments = arguments;
  }

  /**
   * @throws TestAbortedException when an assumption around the run does not hold
   * @throws Throwable what the method has thrown, or what is called around it
   */
  void make() throws Throwable {
    DirectHost host = new DirectHost(testClass, target, method, List.of());
    try {
      host.host(this::run);
    } catch (SkippedException e) {
      throw new TestAbortedException(e.getMessage());
    } catch (LifecycleException e) {
      Throwable cause = e.getCause() == null ? new ReplayException(e.getMessage()) : e.getCause();
      thrown = thrown == null ? cause : thrown;
    }
    if (thrown != null) {
      throw thrown;
    }
  }

  private void run(PreparedTarget prepared) {
    try {
      prepared.run(arguments);
    } catch (Throwable e) {
      thrown = e;
    }
  }
}
