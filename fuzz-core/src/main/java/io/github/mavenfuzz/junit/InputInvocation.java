package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.input.MalformedInputException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a target with one input, which is read when the run begins. */
final class InputInvocation
    implements TestTemplateInvocationContext, ParameterResolver, TestExecutionExceptionHandler {
  private final String name;
  private final Method method;
  private final Source source;
  private List<Object> values;

  /**
   * @param name shown to the user: that of the file, if there is one
   * @param method whose parameters are resolved, and no others
   */
  InputInvocation(String name, Method method, Source source) {
    this.name = name;
    this.method = method;
    this.source = source;
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return name;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
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

  /** Adds the input's name to the failure, which is passed on. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    thrown.addSuppressed(new FailedInput(name));
    throw thrown;
  }

  private List<Object> read() {
    try {
      return source.values();
    } catch (MalformedInputException e) {
      throw new ParameterResolutionException(
          "the input file " + name + " is malformed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ParameterResolutionException("the input file " + name + " cannot be read: " + e, e);
    }
  }

  /** Where the arguments come from. */
  interface Source {
    List<Object> values() throws IOException, MalformedInputException;
  }
}
