package io.github.mavenfuzz.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a run of a target without extensions has around it. */
class DirectHostTest {
  private static final List<String> CALLS = new ArrayList<>();

  @BeforeEach
  void forgetCalls() {
    CALLS.clear();
  }

  static class Around {
    private int runs;

    @BeforeAll
    static void beforeAll() {
      CALLS.add("before all");
    }

    @BeforeEach
    void before() {
      CALLS.add("before");
    }

    void target(String input) {
      CALLS.add(input + ' ' + ++runs);
    }

    @AfterEach
    void after() {
      CALLS.add("after");
    }

    @AfterAll
    static void afterAll() {
      CALLS.add("after all");
    }
  }

  @Test
  void eachRunHasItsOwnInstanceWhereSomethingIsCalledBeforeIt() throws Exception {
    run(Around.class, "a", "b");

    assertThat(CALLS)
        .containsExactly(
            "before all", "before", "a 1", "after", "before", "b 1", "after", "after all");
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Shared extends Around {}

  @Test
  void allRunsShareAnInstanceWhereTheClassSaysSo() throws Exception {
    run(Shared.class, "a", "b");

    assertThat(CALLS).contains("a 1", "b 2");
  }

  static class WithState {
    private int runs;

    void target(String input) {
      CALLS.add(input + ' ' + ++runs);
    }
  }

  @Test
  void aFailureIsSeenAgainOnANewInstance() throws Exception {
    host(
        WithState.class,
        prepared -> {
          prepared.run(new Object[] {"a"});
          assertThat(prepared.renew()).isFalse(); // no run has used the instance before
          prepared.run(new Object[] {"b"});
          assertThat(prepared.renew()).isTrue();
          prepared.run(new Object[] {"c"});
          assertThat(prepared.renew()).isFalse();
          prepared.run(new Object[] {"d"});
          prepared.renewAlways();
          prepared.run(new Object[] {"e"});
          prepared.run(new Object[] {"f"});
        });

    assertThat(CALLS).containsExactly("a 1", "b 2", "c 1", "d 2", "e 1", "f 1");
  }

  static class WithoutState {
    void target(String input) {
      CALLS.add(input);
    }
  }

  @Test
  void anInstanceWithoutStateIsNeverToBlame() throws Exception {
    host(
        WithoutState.class,
        prepared -> {
          prepared.run(new Object[] {"a"});
          prepared.run(new Object[] {"b"});
          assertThat(prepared.renew()).isFalse();
        });
  }

  static class FailsAfter {
    void target(String input) {
      throw new IllegalArgumentException(input);
    }

    @AfterEach
    void after() {
      CALLS.add("after");
      throw new IllegalStateException("left over");
    }
  }

  @Test
  void whatTheTargetThrowsCountsBeforeWhatFollowsIt() throws Exception {
    host(
        FailsAfter.class,
        prepared ->
            assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> prepared.run(new Object[] {"first"}))
                .withMessage("first"));

    assertThat(CALLS).containsExactly("after");
  }

  static class Wearing {
    private static int made;

    Wearing() {
      if (++made > 1) {
        throw new IllegalStateException("no more");
      }
    }

    void target(String input) {}

    @AfterEach
    void after() {
      CALLS.add("after");
    }
  }

  @Test
  void whatTheConstructorThrowsIsTheFailureOfTheRun() throws Exception {
    host(
        Wearing.class,
        prepared -> {
          prepared.run(new Object[] {"first"});
          assertThatExceptionOfType(IllegalStateException.class)
              .isThrownBy(() -> prepared.run(new Object[] {"second"}))
              .withMessage("no more");
        });

    assertThat(CALLS).as("only where there was an instance").containsExactly("after");
  }

  static class Unready {
    @BeforeEach
    void connect() {
      throw new IllegalStateException("no database");
    }

    void target(String input) {}
  }

  @Test
  void whatFailsBeforeTheFirstRunIsNoFailureOfARun() {
    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(() -> run(Unready.class, "a"))
        .withMessage("@BeforeEach connect threw an exception")
        .havingCause()
        .withMessage("no database");
  }

  static class Unwanted {
    @BeforeAll
    static void look() {
      assumeTrue(false, "no database");
    }

    void target(String input) {}
  }

  @Test
  void anAssumptionBeforeTheFirstRunSkipsTheTarget() {
    assertThatExceptionOfType(SkippedException.class)
        .isThrownBy(() -> run(Unwanted.class, "a"))
        .withMessageContaining("no database");
  }

  @Disabled("known bug")
  static class Off {
    static void target(String input) {}
  }

  @Test
  void aDisabledStaticTargetIsSkippedAsByTheReplayOfTests() {
    assertThatExceptionOfType(SkippedException.class)
        .isThrownBy(() -> run(Off.class, "a"))
        .withMessage("known bug");
  }

  /** What a test does with a prepared target. */
  private interface Runs {
    void make(PreparedTarget prepared) throws Throwable;
  }

  private static void run(Class<?> type, String... inputs) throws Exception {
    host(
        type,
        prepared -> {
          for (String input : inputs) {
            prepared.run(new Object[] {input});
          }
        });
  }

  private static void host(Class<?> type, Runs runs) throws Exception {
    Method target =
        Stream.of(type, type.getSuperclass())
            .flatMap(declaring -> Arrays.stream(declaring.getDeclaredMethods()))
            .filter(m -> m.getName().equals("target"))
            .findFirst()
            .orElseThrow();
    new DirectHost(
            type,
            new FuzzTarget(type.getName(), "target", InputShape.of(LeafKind.STRING)),
            target,
            List.of())
        .host(
            prepared -> {
              try {
                runs.make(prepared);
              } catch (Throwable e) {
                throw new AssertionError(e);
              }
            });
  }
}
