package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.lifecycle.MetaAnnotations;
import io.github.mavenfuzz.target.LoadedTarget;
import java.lang.reflect.Method;
import java.util.Optional;

/** How a method says that it is a target, which decides who replays what. */
enum ReplayForm {
  /** By our annotation, or one that carries it; JUnit Jupiter runs it if it can. */
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
    if (MetaAnnotations.isOn(method, OURS)) {
      return Optional.of(ANNOTATED);
    }
    if (MetaAnnotations.isOn(method, OF_JAZZER)) {
      return Optional.of(JAZZERS);
    }
    return method.getName().equals(FuzzTarget.JAZZERS_METHOD) && LoadedTarget.isNamed(method)
        ? Optional.of(NAMED)
        : Optional.empty();
  }
}
