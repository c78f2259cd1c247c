package io.github.mavenfuzz.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a target one that JUnit Jupiter has to run. */
class JupiterFeaturesTest {
  static class Nothing implements Extension {}

  static class WithoutAny {
    @BeforeEach
    void prepare() {}

    @FuzzTest
    void target(int i) {}
  }

  static class TakesTestInfo {
    TakesTestInfo(TestInfo info) {}

    @FuzzTest
    void target(int i) {}
  }

  static class TakesDirectory {
    TakesDirectory(@TempDir File directory) {}

    @FuzzTest
    void target(int i) {}
  }

  static class TakesWhatAnExtensionHas {
    TakesWhatAnExtensionHas(@ExtendWith(Nothing.class) String text) {}

    @FuzzTest
    void target(int i) {}
  }

  static class Around {
    Around(TestInfo info) {}

    @Nested
    class Within {
      @FuzzTest
      void target(int i) {}
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {TakesTestInfo.class, TakesDirectory.class, TakesWhatAnExtensionHas.class})
  void onlyJupiterKnowsWhatConstructorsTake(Class<?> type) {
    assertThat(featuresOf(type)).containsExactly("the parameters of its constructor");
  }

  @Test
  void onlyJupiterKnowsWhatTheConstructorsAroundANestedClassTake() {
    assertThat(featuresOf(Around.class, Around.Within.class))
        .containsExactly("the parameters of its constructor");
  }

  @Test
  void methodsAroundTheRunsNeedNoJupiter() {
    assertThat(featuresOf(WithoutAny.class)).isEmpty();
  }

  private static List<String> featuresOf(Class<?>... classes) {
    Class<?> own = classes[classes.length - 1];
    return Arrays.stream(own.getDeclaredMethods())
        .filter(method -> method.getName().equals("target"))
        .findFirst()
        .map(target -> JupiterFeatures.of(List.of(classes), target))
        .orElseThrow();
  }
}
