package io.github.mavenfuzz.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class TargetLifecycleTest {
  private static final List<String> CALLS = new ArrayList<>();

  @BeforeEach
  void forgetCalls() {
    CALLS.clear();
  }

  static class Base {
    @BeforeAll
    static void baseAll() {
      CALLS.add("base all");
    }

    @BeforeEach
    void base() {
      CALLS.add("base");
    }

    @BeforeEach
    void overridden() {
      CALLS.add("overridden");
    }

    @BeforeEach
    void silenced() {
      CALLS.add("silenced");
    }

    @AfterEach
    void baseAfter() {
      CALLS.add("base after");
    }

    @AfterAll
    static void baseAfterAll() {
      CALLS.add("base after all");
    }
  }

  static class Annotated extends Base {
    @BeforeAll
    private static void all() {
      CALLS.add("all");
    }

    @BeforeEach
    private void each() {
      CALLS.add("each");
    }

    @Override
    @BeforeEach
    void overridden() {
      CALLS.add("overriding");
    }

    @Override
    void silenced() {
      CALLS.add("not called");
    }

    @BeforeEach
    void informed(TestInfo info) {
      CALLS.add(info.getDisplayName());
    }

    @AfterEach
    void after() {
      CALLS.add("after");
    }

    @AfterAll
    static void afterAll() {
      CALLS.add("after all");
    }

    void target(byte[] data) {}

    static void ofClass(byte[] data) {}
  }

  @Test
  void callsWhatJupiterWouldCallAroundATest() throws Exception {
    TargetLifecycle lifecycle = lifecycle(Annotated.class, "target");
    Annotated instance = new Annotated();

    lifecycle.begin(instance);
    lifecycle.beginEach(instance);
    assertThat(CALLS).containsExactly("base all", "all", "base", "overriding", "each");
    CALLS.clear();
    lifecycle.endEach(instance);
    lifecycle.end(instance);

    assertThat(CALLS).containsExactly("after", "base after", "after all", "base after all");
    assertThat(lifecycle.uncallable()).containsExactly("informed");
  }

  @Test
  void callsOnlyStaticMethodsForAStaticTarget() throws Exception {
    TargetLifecycle lifecycle = lifecycle(Annotated.class, "ofClass");

    lifecycle.begin(null);
    lifecycle.beginEach(null);
    lifecycle.endEach(null);
    lifecycle.end(null);

    assertThat(CALLS).containsExactly("base all", "all", "after all", "base after all");
  }

  public static class WithArguments {
    public static void fuzzerInitialize() {
      CALLS.add("without");
    }

    public static void fuzzerInitialize(String[] arguments) {
      CALLS.add(String.join("+", arguments));
    }

    public static void fuzzerTestOneInput(byte[] data) {}
  }

  public static class Simple {
    public static void fuzzerInitialize() {
      CALLS.add("without");
    }

    public void fuzzerInitialize(String[] notStatic) {
      CALLS.add("not static");
    }

    public static void fuzzerTestOneInput(byte[] data) {}

    public static void fuzzerTearDown() {
      CALLS.add("end");
    }
  }

  public static class Hidden {
    static void fuzzerInitialize() {
      CALLS.add("hidden");
    }

    @BeforeAll
    static void jupiters() {
      CALLS.add("Jupiter's");
    }

    public static void fuzzerTestOneInput(byte[] data) {}
  }

  @Test
  void callsWhatJazzersDriverWouldCallAroundItsTargets() throws Exception {
    for (Class<?> type : List.of(WithArguments.class, Simple.class, Hidden.class)) {
      TargetLifecycle lifecycle = lifecycle(type, "fuzzerTestOneInput");
      lifecycle.begin(null);
      lifecycle.end(null);
    }

    assertThat(CALLS).containsExactly("x+y z", "without", "end");
  }

  static class Failing {
    @BeforeEach
    void first() {
      CALLS.add("first");
      throw new IllegalStateException("no disk");
    }

    @BeforeEach
    void second() {
      CALLS.add("second");
    }

    @AfterEach
    void third() {
      throw new AssertionError("left over");
    }

    @AfterAll
    static void fourth() {
      CALLS.add("fourth");
    }

    void target(byte[] data) {}
  }

  @Test
  void saysWhichMethodFailsAndGoesOnOnlyInTheEnd() throws Exception {
    TargetLifecycle lifecycle = lifecycle(Failing.class, "target");
    Failing instance = new Failing();

    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(() -> lifecycle.beginEach(instance))
        .withMessageMatching("@BeforeEach (first|second) threw an exception")
        .withCauseExactlyInstanceOf(IllegalStateException.class);
    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(() -> lifecycle.endEach(instance))
        .withMessage("@AfterEach third threw an exception")
        .withCauseExactlyInstanceOf(AssertionError.class);
    lifecycle.end(instance);
    assertThat(CALLS).endsWith("fourth").contains("first");
  }

  private static TargetLifecycle lifecycle(Class<?> type, String target) {
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> m.getName().equals(target))
            .findFirst()
            .orElseThrow();
    return TargetLifecycle.of(method.getDeclaringClass(), method, List.of("x", "y z"));
  }
}
