package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.lifecycle.JupiterFeatures;
import io.github.mavenfuzz.lifecycle.LifecycleException;
import io.github.mavenfuzz.lifecycle.TargetLifecycle;
import io.github.mavenfuzz.target.LoadedTarget;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** A target that Jupiter does not run; it has a test for each of its inputs. */
final class ReplayMethod extends ReplayNode {
  static final String SEGMENT = "method";

  private final TestClasses classes;
  private final Method method;
  private final List<ReplayInput> inputs;

  /** Null when there is no input. */
  private final FuzzTarget target;

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
    classes = TestClasses.of(parent.type());
    this.method = method;
    List<ReplayInput> found = List.of();
    FuzzTarget read = null;
    ReplayException failed = null;
    try {
      checkInstance();
      found = ReplayInputs.find(classes, method);
      read = LoadedTarget.of(classes.classes(), method);
    } catch (ReplayException e) {
      failed = e;
    }
    inputs = found;
    target = read;
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
    if (!Modifier.isStatic(method.getModifiers())) {
      classes
          .problem(method.getName())
          .ifPresent(
              sentence -> {
                throw new ReplayException(sentence);
              });
    }
  }

  /**
   * Calls the method, on an instance of its own unless the method is static, and around it what the
   * fuzzer calls around a run.
   *
   * @throws Throwable what the method has thrown, or what is called around it
   */
  void run(Object[] arguments) throws Throwable {
    if (lifecycle != null) {
      ReflectionSupport.invokeMethod(method, null, arguments);
    } else {
      new ReplayRun(classes.testClass(), target, method, arguments).make();
    }
  }

  /**
   * Why no input can be run here, though the fuzzer may run them: only JUnit Jupiter can do what
   * the target wants, and does not run it as one of this engine.
   *
   * @return empty when inputs can be run
   */
  Optional<String> obstacle() {
    List<String> features =
        lifecycle == null && JupiterFeatures.isJupiters(classes.testClass(), method)
            ? JupiterFeatures.of(classes.classes(), method).stream()
                .filter(feature -> !feature.startsWith("@Disabled"))
                .toList()
            : List.of();
    return features.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the goal fuzz:replay runs this, as only JUnit Jupiter can do what the target wants: "
                + String.join(", ", features));
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
