package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.lifecycle.JupiterFeatures;
import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Knows which targets of a class {@link ReplayTestEngine} runs: those that nobody else does. */
final class ReplayTargets {
  private final boolean jupiter;

  /**
   * @param jupiter whether Jupiter's engine runs what it can
   */
  ReplayTargets(boolean jupiter) {
    this.jupiter = jupiter;
  }

  /** The methods, by name; none of a class whose methods or annotations cannot be loaded. */
  List<Method> of(Class<?> type) {
    try {
      return Arrays.stream(type.getDeclaredMethods())
          .filter(m -> !m.isSynthetic() && !Modifier.isAbstract(m.getModifiers()))
          .filter(m -> ReplayForm.of(m).filter(form -> isReplayed(m, form)).isPresent())
          .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
          .toList();
    } catch (RuntimeException | LinkageError | AnnotationFormatError e) {
      return List.of(); // whoever runs the tests of this class reports it
    }
  }

  /** Jazzer's targets have a test for each file only, so that no class without any has a test. */
  private boolean isReplayed(Method method, ReplayForm form) {
    return form == ReplayForm.ANNOTATED
        ? !jupiter || !JupiterFeatures.isJupiters(method)
        : ReplayInputs.hasFiles(method, form);
  }
}
