package io.github.mavenfuzz.junit;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a target with one input, which is read when the run begins. */
final class InputInvocation
    implements TestTemplateInvocationContext,
        ExecutionCondition,
        ParameterResolver,
        InvocationInterceptor,
        TestExecutionExceptionHandler {
  private final ReplayInput input;
  private final Method method;
  private List<Object> values;

  /**
   * @param method whose parameters are resolved, and no others
   */
  InputInvocation(ReplayInput input, Method method) {
    this.input = input;
    this.method = method;
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return input.name();
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  /** An input that the target does not take is no failure, and skipped. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return input
        .refusal()
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled(null));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getDeclaringExecutable().equals(method);
  }

  /**
   * @throws ParameterResolutionException with a sentence that names the file, when it cannot be
   *     read or is malformed
   */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (values == null) {
      values = read();
    }
    return values.get(parameter.getIndex());
  }

  private List<Object> read() {
    try {
      return input.values();
    } catch (ReplayException e) {
      throw new ParameterResolutionException(e.getMessage());
    }
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    Deadline.run(input, () -> StartedThreads.run(input, invocation::proceed));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    FailedInput.note(thrown, input);
    throw thrown;
  }
}
