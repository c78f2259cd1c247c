package io.github.mavenfuzz.jupiter;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;

/**
 * Asks a test engine for one test without JUnit's launcher, which few projects have on their class
 * path, and which keeps a record of every invocation. Engines of JUnit 5.10 and of 6 ask for
 * different parts: a request is put together from those that the version at hand asks for.
 */
final class EngineRequests {
  private final ConfigurationParameters parameters;

  EngineRequests(ConfigurationParameters parameters) {
    this.parameters = parameters;
  }

  EngineDiscoveryRequest discovery(DiscoverySelector selector, EngineDiscoveryListener listener) {
    InvocationHandler answers =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getSelectorsByType" ->
                  ((Class<?>) arguments[0]).isInstance(selector) ? List.of(selector) : List.of();
              case "getFiltersByType" -> List.of();
              case "getConfigurationParameters" -> parameters;
              case "getDiscoveryListener" -> listener;
              default -> answerFor(method.getReturnType());
            };
    return proxy(EngineDiscoveryRequest.class, answers);
  }

  /**
   * @throws ReflectiveOperationException when this version of JUnit has no request that is known
   */
  ExecutionRequest execution(TestDescriptor root, EngineExecutionListener listener)
      throws ReflectiveOperationException {
    Method create =
        Arrays.stream(ExecutionRequest.class.getMethods())
            .filter(method -> method.getName().equals("create"))
            .max(Comparator.comparingInt(Method::getParameterCount))
            .orElseThrow(NoSuchMethodException::new);
    Object[] arguments = new Object[create.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      Class<?> type = create.getParameterTypes()[i];
      arguments[i] =
          type == TestDescriptor.class
              ? root
              : type == EngineExecutionListener.class ? listener : answerFor(type);
    }
    return (ExecutionRequest) create.invoke(null, arguments);
  }

  /** The answer for a part of a request, which is the same for all engines. */
  private Object answerFor(Class<?> type) throws ReflectiveOperationException {
    if (type == ConfigurationParameters.class) {
      return parameters;
    }
    if (type == NamespacedHierarchicalStore.class) {
      return new NamespacedHierarchicalStore<>(new NamespacedHierarchicalStore<>(null));
    }
    if (type.getSimpleName().equals("CancellationToken")) {
      return type.getMethod("disabled").invoke(null);
    }
    if (type.getSimpleName().startsWith("OutputDirectory")) {
      return proxy(type, (proxy, method, arguments) -> Files.createTempDirectory("junit"));
    }
    throw new NoSuchMethodException("nothing is known of " + type.getName());
  }

  private static <T> T proxy(Class<T> type, InvocationHandler answers) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return answerAsObject(proxy, method, arguments);
          }
          return answers.invoke(proxy, method, arguments);
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object answerAsObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> proxy.getClass().getName();
    };
  }
}
