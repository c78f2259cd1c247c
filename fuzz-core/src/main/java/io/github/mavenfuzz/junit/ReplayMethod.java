package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.lifecycle.LifecycleException;
import io.github.mavenfuzz.lifecycle.TargetLifecycle;
import io.github.mavenfuzz.target.TargetClass;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** A target that Jupiter does not run; it has a test for each of its inputs. */
final class ReplayMethod extends ReplayNode {
  static final String SEGMENT = "method";

  private final Class<?> testClass;
  private final Method method;
  private final List<ReplayInput> inputs;

  /** Null when the class has nothing to do around the runs. */
  private final TargetLifecycle lifecycle;

  /** Why there is no input, or null. */
  private final ReplayException problem;

  ReplayMethod(ReplayClass parent, Method method) {
    super(
        parent.getUniqueId().append(SEGMENT, segment(method)),
        displayName(method),
        MethodSource.from(parent.type(), method),
        method);
    testClass = parent.type();
    this.method = method;
    List<ReplayInput> found = List.of();
    ReplayException failed = null;
    try {
      checkInstance();
      found = ReplayInputs.find(testClass, method);
    } catch (ReplayException e) {
      failed = e;
    }
    inputs = found;
    problem = failed;
    boolean named = ReplayForm.of(method).filter(ReplayForm.NAMED::equals).isPresent();
    lifecycle =
        named && failed == null
            ? TargetLifecycle.of(method.getDeclaringClass(), method, List.of())
            : null;
  }

  /** The method's part of its unique id. */
  static String segment(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getTypeName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private static String displayName(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private void checkInstance() {
    if (Modifier.isStatic(method.getModifiers())) {
      return;
    }
    int modifiers = testClass.getModifiers();
    new TargetClass(
            testClass.getName(),
            testClass.isInterface(),
            Modifier.isAbstract(modifiers),
            testClass.isMemberClass() && !Modifier.isStatic(modifiers),
            Arrays.stream(testClass.getDeclaredConstructors())
                .anyMatch(c -> c.getParameterCount() == 0))
        .problem(method.getName())
        .ifPresent(
            sentence -> {
              throw new ReplayException(sentence);
            });
  }

  Class<?> testClass() {
    return testClass;
  }

  Method method() {
    return method;
  }

  List<ReplayInput> inputs() {
    return inputs;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  /** Without an input it has no test, but is there to fail. */
  @Override
  public boolean mayRegisterTests() {
    return problem != null;
  }

  /**
   * Prepares a target that is known by its name as the fuzzer does.
   *
   * @throws LifecycleException when that fails; no input is run then
   */
  @Override
  public EngineExecutionContext before(EngineExecutionContext context) throws LifecycleException {
    if (lifecycle != null) {
      lifecycle.begin(null);
    }
    return context;
  }

  /**
   * @throws LifecycleException when the target's class fails after the last input
   */
  @Override
  public void after(EngineExecutionContext context) throws LifecycleException {
    if (lifecycle != null) {
      lifecycle.end(null);
    }
  }

  /**
   * @throws ReplayException when the target cannot be run with anything
   */
  @Override
  public EngineExecutionContext execute(
      EngineExecutionContext context, DynamicTestExecutor executor) {
    if (problem != null) {
      throw problem;
    }
    return context;
  }
}
