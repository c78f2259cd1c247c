package io.github.mavenfuzz.jupiter;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import io.github.mavenfuzz.lifecycle.LifecycleException;
import io.github.mavenfuzz.lifecycle.PreparedTarget;
import io.github.mavenfuzz.lifecycle.SkippedException;
import io.github.mavenfuzz.lifecycle.TargetHost;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/**
 * Lets JUnit Jupiter run a target, so that extensions, conditions and all else that belongs to
 * Jupiter hold while fuzzing. To Jupiter the target is one test template; each run is an invocation
 * of that. Lives in a worker JVM's main thread, which Jupiter runs everything on.
 */
public final class JupiterHost implements TargetHost {
  private static final String ENGINE = "org.junit.jupiter.engine.JupiterTestEngine";

  private final List<Class<?>> classes;
  private final Method target;
  private final boolean perTest;

  /**
   * @param classes the class that runs, which declares the method or inherits it; before it the
   *     classes in whose instances its own are made
   * @param perTest whether all runs are within one invocation, and so share what comes before and
   *     after it, as Jazzer's {@code PER_TEST} has it
   */
  public JupiterHost(List<Class<?>> classes, Method target, boolean perTest) {
    this.classes = List.copyOf(classes);
    this.target = target;
    this.perTest = perTest;
  }

  /** Whether the class path has Jupiter's engine. */
  public static boolean isAvailable(ClassLoader loader) {
    try {
      Class.forName(ENGINE, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  @Override
  public void host(Consumer<PreparedTarget> runs) throws LifecycleException, SkippedException {
    JupiterEvents events = new JupiterEvents();
    HostedTarget hosted =
        perTest ? new SingleInvocation(target, runs) : new RepeatedInvocation(target, events, runs);
    execute(hosted, events);
    if (!hosted.wasPrepared() && events.skipReason() != null) {
      throw new SkippedException(events.skipReason());
    }
    if (events.failure() != null) {
      throw new LifecycleException(
          hosted.wasPrepared()
              ? "what JUnit Jupiter does threw an exception"
              : "preparation by JUnit Jupiter threw an exception",
          events.failure());
    }
    if (!hosted.wasPrepared()) {
      throw new LifecycleException("method is none that JUnit Jupiter would run", null);
    }
  }

  private DiscoverySelector selector(Class<?> type) {
    List<Class<?>> around = classes.subList(0, classes.size() - 1);
    return around.isEmpty() ? selectMethod(type, target) : selectNestedMethod(around, type, target);
  }

  private void execute(HostedTarget hosted, JupiterEvents events) throws LifecycleException {
    Class<?> type = classes.get(classes.size() - 1);
    HostParameters parameters = new HostParameters(type.getClassLoader(), hosted);
    try {
      TestEngine engine =
          (TestEngine)
              Class.forName(ENGINE, true, type.getClassLoader())
                  .getDeclaredConstructor()
                  .newInstance();
      EngineRequests requests = new EngineRequests(parameters);
      TestDescriptor root =
          engine.discover(
              requests.discovery(selector(type), events), UniqueId.forEngine(engine.getId()));
      if (events.failure() instanceof LinkageError ofSeveralVersions) {
        throw ofSeveralVersions;
      }
      engine.execute(requests.execution(root, events));
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new LifecycleException(
          "JUnit is of a version that the fuzzer cannot use, or of several", e);
    }
  }
}
