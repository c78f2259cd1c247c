package io.github.mavenfuzz.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.targets.Hosted;
import io.github.mavenfuzz.lifecycle.LifecycleException;
import io.github.mavenfuzz.lifecycle.PreparedTarget;
import io.github.mavenfuzz.lifecycle.SkippedException;
import java.lang.reflect.Method;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.SelectorResolutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.opentest4j.TestAbortedException;

/** Targets as Jupiter runs them for the fuzzer, on this thread. */
class JupiterHostTest {
  /** What each of the runs of a target has thrown, or null. */
  private final List<Throwable> thrown = new ArrayList<>();

  @BeforeEach
  void forgetCalls() {
    Hosted.CALLS.clear();
  }

  @Test
  void eachRunIsATestOfItsOwn() throws Exception {
    host(Hosted.Around.class, runs("a", "b"));

    assertThat(thrown).containsExactly(null, null);
    assertThat(Hosted.CALLS)
        .containsExactly(
            "before all",
            "before", // the invocation that leaves out the target
            "after",
            "before",
            "run a of instance 1",
            "after",
            "before",
            "run b of instance 1",
            "after",
            "after all");
  }

  @Test
  void eachRunHasADirectoryOfItsOwn() throws Exception {
    host(Hosted.InDirectory.class, runs("name", "name"));

    assertThat(thrown).containsExactly(null, null);
  }

  @Test
  void allRunsShareWhatJazzersLifecyclePerTestShares() throws Exception {
    new JupiterHost(List.of(Hosted.InDirectory.class), target(Hosted.InDirectory.class), true)
        .host(runs("name", "name"));

    assertThat(thrown.get(0)).isNull();
    assertThat(thrown.get(1)).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void tellsHowARunEnds() throws Exception {
    host(Hosted.Ending.class, runs("pass", "fail", "assume", "pass", "overflow"));

    assertThat(thrown.get(0)).isNull();
    assertThat(thrown.get(1)).isExactlyInstanceOf(IllegalStateException.class).hasMessage("fail");
    assertThat(thrown.get(2)).isInstanceOf(TestAbortedException.class);
    assertThat(thrown.get(3)).isNull();
    assertThat(thrown.get(4)).isInstanceOf(StackOverflowError.class);
  }

  @Test
  void keepsTheDeadlineOfTheTest() throws Exception {
    host(Hosted.TooSlow.class, runs("x"));

    assertThat(thrown.get(0)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void callsExtensions() throws Exception {
    host(Hosted.Extended.class, runs("x"));

    assertThat(thrown.get(0)).isExactlyInstanceOf(IllegalStateException.class);
    assertThat(Hosted.CALLS).contains("field is filled");
  }

  @ParameterizedTest
  @CsvSource({
    "Disabled, known bug",
    "OnOtherSystem, Disabled on operating system",
    "WithoutDatabase, no database",
    "NeverReady, not today",
  })
  void leavesOutWhatJunitLeavesOut(String name, String reason) throws Exception {
    Class<?> type = Class.forName(Hosted.class.getName() + '$' + name);

    assertThatExceptionOfType(SkippedException.class)
        .isThrownBy(() -> host(type, runs("x")))
        .withMessageContaining(reason);
    assertThat(thrown).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"FailsBeforeAll, no socket", "FailsBeforeEach, no file"})
  void whatFailsBeforeATargetRunsIsNoFailureOfARun(String name, String message) throws Exception {
    Class<?> type = Class.forName(Hosted.class.getName() + '$' + name);

    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(() -> host(type, runs("x")))
        .withMessage("preparation by JUnit Jupiter threw an exception")
        .havingCause()
        .withMessage(message);
    assertThat(thrown).isEmpty();
  }

  @Test
  void tellsWhatFailsAfterTheLastRun() {
    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(() -> host(Hosted.FailsAfterAll.class, runs("x")))
        .withMessage("what JUnit Jupiter does threw an exception")
        .havingCause()
        .withMessage("files are left");
    assertThat(thrown).containsExactly((Throwable) null);
  }

  @Test
  void tellsWhatKeepsJupiterFromLookingForATarget() {
    JupiterEvents events = new JupiterEvents();
    LinkageError missing = new NoSuchMethodError("of another version");

    events.selectorProcessed(
        UniqueId.forEngine("junit-jupiter"),
        DiscoverySelectors.selectClass(Hosted.Around.class),
        SelectorResolutionResult.failed(missing));

    assertThat(events.failure()).isSameAs(missing);
  }

  @Test
  void makesTheInstancesAroundANestedClass() throws Exception {
    Class<?> inner = Hosted.Outer.Inner.class;
    new JupiterHost(List.of(Hosted.Outer.class, inner), target(inner), false).host(runs("x"));

    assertThat(Hosted.CALLS).contains("before outer", "run x within prefix");
  }

  private void host(Class<?> type, Consumer<PreparedTarget> runs) throws Exception {
    new JupiterHost(List.of(type), target(type), false).host(runs);
  }

  private static Method target(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> m.getName().equals("target"))
        .findFirst()
        .orElseThrow();
  }

  private Consumer<PreparedTarget> runs(String... inputs) {
    return prepared -> {
      for (String input : inputs) {
        thrown.add(run(prepared, input));
      }
    };
  }

  private static Throwable run(PreparedTarget prepared, String input) {
    try {
      prepared.run(new Object[] {input});
      return null;
    } catch (Throwable e) {
      return e;
    }
  }
}
