package io.github.mavenfuzz.lifecycle;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The methods that Jazzer's driver calls around the runs of {@code fuzzerTestOneInput}: public,
 * static, and known by their names.
 */
final class FuzzerMethods {
  private FuzzerMethods() {}

  /**
   * {@code fuzzerInitialize}; the one that takes arguments goes before the one that does not.
   *
   * @param arguments those that a user passes to the target
   */
  static List<Step> before(Class<?> type, List<String> arguments) {
    String name = "fuzzerInitialize";
    return Stream.concat(
            find(type, name, String[].class)
                .map(m -> step(m, new Object[] {arguments.toArray(String[]::new)}))
                .stream(),
            find(type, name).map(FuzzerMethods::step).stream())
        .limit(1)
        .toList();
  }

  static List<Step> after(Class<?> type) {
    return find(type, "fuzzerTearDown").map(FuzzerMethods::step).stream().toList();
  }

  private static Step step(Method method, Object... arguments) {
    return new Step(method.getName(), method, arguments);
  }

  private static Optional<Method> find(Class<?> type, String name, Class<?>... parameters) {
    try {
      return Optional.of(type.getMethod(name, parameters)).filter(Step::isStatic);
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }
}
