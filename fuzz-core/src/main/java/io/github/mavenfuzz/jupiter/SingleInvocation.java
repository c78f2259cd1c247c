package io.github.mavenfuzz.jupiter;

import io.github.mavenfuzz.lifecycle.DirectHost;
import io.github.mavenfuzz.lifecycle.PreparedTarget;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** A target of which all runs are calls within one invocation, on the instance of that. */
final class SingleInvocation extends HostedTarget {
  private final Method target;
  private final Consumer<PreparedTarget> runs;
  private boolean prepared;

  /**
   * @param runs called once the target is prepared
   */
  SingleInvocation(Method target, Consumer<PreparedTarget> runs) {
    super(target);
    this.target = target;
    this.runs = runs;
  }

  @Override
  void runAll(Consumer<? super TestTemplateInvocationContext> invocation) {
    invocation.accept(this);
  }

  @Override
  boolean wasPrepared() {
    return prepared;
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> call,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    PreparedTarget ofInstance =
        DirectHost.onInstance(target, invocationContext.getTarget().orElse(null));
    prepared = true;
    runs.accept(ofInstance);
    call.skip();
  }
}
