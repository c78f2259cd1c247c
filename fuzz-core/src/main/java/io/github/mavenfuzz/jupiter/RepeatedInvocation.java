package io.github.mavenfuzz.jupiter;

import io.github.mavenfuzz.lifecycle.PreparedTarget;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

/** A target of which each run is an invocation of its own, with all that Jupiter does for one. */
final class RepeatedInvocation extends HostedTarget implements PreparedTarget {
  private final JupiterEvents events;
  private final Consumer<PreparedTarget> runs;
  private Consumer<? super TestTemplateInvocationContext> invocation;

  /** Whether an invocation leaves out the target itself. */
  private boolean dry = true;

  /** Whether an invocation has come as far as the target. */
  private boolean reached;

  /**
   * @param events of all that Jupiter runs for this target
   * @param runs called with this once the target is prepared
   */
  RepeatedInvocation(Method target, JupiterEvents events, Consumer<PreparedTarget> runs) {
    super(target);
    this.events = events;
    this.runs = runs;
  }

  /**
   * Begins with an invocation that leaves out the target: what fails before a target comes to run
   * is no input's fault.
   */
  @Override
  void runAll(Consumer<? super TestTemplateInvocationContext> ofJupiter) {
    invocation = ofJupiter;
    invocation.accept(this);
    TestExecutionResult preparation = events.takeResult();
    if (reached) {
      dry = false;
      runs.accept(this);
    } else {
      events.keep(preparation);
    }
  }

  @Override
  boolean wasPrepared() {
    return !dry;
  }

  @Override
  public void run(Object[] arguments) throws Throwable {
    setArguments(arguments);
    invocation.accept(this);
    TestExecutionResult result = events.takeResult();
    if (result != null && result.getStatus() != Status.SUCCESSFUL) {
      throw result.getThrowable().orElseThrow();
    }
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> call,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    reached = true;
    if (dry) {
      call.skip();
    } else {
      call.proceed();
    }
  }
}
