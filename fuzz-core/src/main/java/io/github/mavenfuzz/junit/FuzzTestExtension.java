package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.jupiter.HostedTarget;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Runs a target once with each file in the test resources {@code fuzz/<class>/<method>/}, and with
 * the input of empty and zero values when there is no file. The class is the test class that runs:
 * a target that a class inherits has files of its own, as it is a target of its own.
 *
 * <p>JUnit Jupiter finds this extension through {@code @FuzzTest}, so the extension need not check
 * for the annotation. Works with version 5.10 and up. In a worker JVM, where Jupiter runs a target
 * for the fuzzer, the fuzzer makes the inputs. What Jupiter does not run, {@link ReplayTestEngine}
 * does.
 */
public final class FuzzTestExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  /**
   * @throws ExtensionConfigurationException when the method cannot be a target, or its files cannot
   *     be listed
   */
  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Optional<HostedTarget> hosted = HostedTarget.of(context);
    if (hosted.isPresent()) {
      return hosted.get().invocations();
    }
    Method method = context.getRequiredTestMethod();
    try {
      return ReplayInputs.find(ContextClasses.of(context), method).stream()
          .map(input -> new InputInvocation(input, method));
    } catch (ReplayException e) {
      throw new ExtensionConfigurationException(e.getMessage());
    }
  }
}
