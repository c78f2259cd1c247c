package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.TargetSignature;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Runs a target once with each file in the test resources {@code fuzz/<class>/<method>/}, and with
 * the input of empty and zero values when there is no file. The class is the test class that runs:
 * a target that a class inherits has files of its own there, and as the fuzzer takes a method for a
 * target of the class that declares it, those files are a person's.
 *
 * <p>JUnit Jupiter finds this extension through {@code @FuzzTest}, which is why it need not ask for
 * that; works with version 5.10 and up.
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
    Class<?> testClass = context.getRequiredTestClass();
    Method method = context.getRequiredTestMethod();
    FuzzTarget target = target(testClass, method);
    List<SeedFile> files = files(testClass.getClassLoader(), target);
    if (files.isEmpty()) {
      return Stream.of(
          new InputInvocation("empty input", method, () -> target.shape().zeroValues()));
    }
    InputCodec codec = new InputCodec(target.shape());
    return files.stream()
        .map(file -> new InputInvocation(file.name(), method, () -> codec.decode(file.read())));
  }

  private static FuzzTarget target(Class<?> testClass, Method method) {
    TargetSignature signature =
        new TargetSignature(
            testClass.getName() + '#' + method.getName(),
            Arrays.stream(method.getParameters())
                .map(
                    p ->
                        new TargetSignature.Parameter(
                            p.isNamePresent() ? p.getName() : null,
                            p.getType().descriptorString(),
                            p.getType().getTypeName()))
                .toList());
    try {
      return new FuzzTarget(testClass.getName(), method.getName(), signature.shape());
    } catch (IllegalStateException e) {
      throw new ExtensionConfigurationException(e.getMessage());
    }
  }

  private static List<SeedFile> files(ClassLoader loader, FuzzTarget target) {
    try {
      return SeedFiles.find(loader, target);
    } catch (IOException e) {
      throw new ExtensionConfigurationException(
          "the seeds of " + target.id() + " cannot be listed: " + e, e);
    }
  }
}
