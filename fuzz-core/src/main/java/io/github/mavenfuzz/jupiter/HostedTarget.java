package io.github.mavenfuzz.jupiter;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * A target while Jupiter runs it: the invocation of its test template, and the extension that hands
 * over the arguments. Jupiter asks for a stream of invocations, and passes that stream the code
 * that runs one invocation. The stream keeps this code and calls it for each run.
 */
public abstract class HostedTarget
    implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {
  /** The configuration parameter by which Jupiter passes a hosted target to its extension. */
  static final String PARAMETER = "io.github.mavenfuzz.hosted";

  private final Method target;

  /** The arguments of the next invocation. */
  private Object[] arguments;

  HostedTarget(Method target) {
    this.target = target;
    this.arguments = noArguments(target);
  }

  /** The target that this JVM's worker has let Jupiter run; empty in a test's JVM. */
  public static Optional<HostedTarget> of(ExtensionContext context) {
    return context.getConfigurationParameter(PARAMETER, text -> null);
  }

  /** Values that are of the types of the parameters and say nothing. */
  private static Object[] noArguments(Method target) {
    Class<?>[] types = target.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = Array.get(Array.newInstance(types[i], 1), 0);
    }
    return arguments;
  }

  /** The stream over which Jupiter iterates; all runs of the target happen within. */
  public Stream<TestTemplateInvocationContext> invocations() {
    return StreamSupport.stream(new Invocations(), false);
  }

  /**
   * Makes all runs of the target.
   *
   * @param invocation runs an invocation of the template, and returns when that is done
   */
  abstract void runAll(Consumer<? super TestTemplateInvocationContext> invocation);

  /** Whether the target could be prepared, so that it was passed on to be run. */
  abstract boolean wasPrepared();

  void setArguments(Object[] arguments) {
    this.arguments = arguments;
  }

  /** Cheap, as it is asked for at every run. */
  @Override
  public String getDisplayName(int invocationIndex) {
    return "run";
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getDeclaringExecutable().equals(target);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return arguments[parameter.getIndex()];
  }

  /**
   * The elements of the stream. Jupiter passes the code that runs an invocation, and gets the
   * control back after all runs.
   */
  private final class Invocations implements Spliterator<TestTemplateInvocationContext> {
    @Override
    public void forEachRemaining(Consumer<? super TestTemplateInvocationContext> invocation) {
      runAll(invocation);
    }

    @Override
    public boolean tryAdvance(Consumer<? super TestTemplateInvocationContext> invocation) {
      runAll(invocation);
      return false;
    }

    @Override
    public Spliterator<TestTemplateInvocationContext> trySplit() {
      return null;
    }

    @Override
    public long estimateSize() {
      return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
      return ORDERED | NONNULL;
    }
  }
}
