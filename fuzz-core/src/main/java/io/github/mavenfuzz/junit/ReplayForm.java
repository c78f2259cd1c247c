package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.target.TargetFinder;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/** How a method says that it is a target, which decides who replays what. */
enum ReplayForm {
  /** By our annotation; JUnit Jupiter runs it if it can. */
  ANNOTATED,
  /** By the annotation of Jazzer, which replays its own inputs as part of Jupiter. */
  JAZZERS,
  /** By the name that Jazzer's driver looks for, which no JUnit engine does. */
  NAMED;

  /** By name, as annotations may come from another class loader or be missing. */
  private static final String OURS = "io.github.mavenfuzz.api.FuzzTest";

  private static final String OF_JAZZER = "com.code_intelligence.jazzer.junit.FuzzTest";

  /**
   * The form of a method.
   *
   * @return empty when it is no target
   */
  static Optional<ReplayForm> of(Method method) {
    if (isAnnotated(method, OURS)) {
      return Optional.of(ANNOTATED);
    }
    if (isAnnotated(method, OF_JAZZER)) {
      return Optional.of(JAZZERS);
    }
    return method.getName().equals(FuzzTarget.JAZZERS_METHOD) && TargetFinder.isNamed(method)
        ? Optional.of(NAMED)
        : Optional.empty();
  }

  private static boolean isAnnotated(Method method, String annotation) {
    return Arrays.stream(method.getDeclaredAnnotations())
        .anyMatch(a -> a.annotationType().getName().equals(annotation));
  }
}
