package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.targets.Loadable;
import com.example.targets.Loadable.Methods;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.IncompleteExecutionException;

class TargetInvokerTest {
  private static final Object[] NO_BYTES = {new byte[0]};

  @BeforeEach
  void forgetCalls() {
    Methods.drainCalls();
  }

  static Stream<Arguments> callable() {
    return Stream.of(
        arguments("inPublic", types(LeafKind.BYTES), NO_BYTES, "public []"),
        arguments("hidden", types(LeafKind.STRING), new Object[] {"x"}, "private x"),
        arguments("overloaded", types(LeafKind.BYTES), NO_BYTES, "bytes"),
        arguments(
            "overloaded",
            types(LeafKind.STRING, LeafKind.INT),
            new Object[] {"", 1},
            "string and int"),
        arguments(
            "manyArguments", types(LeafKind.BYTES), new Object[] {new byte[] {1, 2}}, "2 bytes"),
        arguments(
            "all",
            types(
                LeafKind.BYTES,
                LeafKind.STRING,
                LeafKind.BOOLEAN,
                LeafKind.BYTE,
                LeafKind.SHORT,
                LeafKind.CHAR,
                LeafKind.INT,
                LeafKind.LONG,
                LeafKind.FLOAT,
                LeafKind.DOUBLE),
            new Object[] {
              new byte[] {1}, "s", true, (byte) -1, (short) 2, 'c', 3, 4L, 0.5f, -0.25d
            },
            "[1] s true -1 2 c 3 4 0.5 -0.25"));
  }

  @ParameterizedTest
  @MethodSource("callable")
  void callsMethodsOfEverySort(String method, LeafKind[] types, Object[] values, String called)
      throws Exception {
    TargetInvoker invoker = Invokers.of(target(Methods.class, method, types));

    assertThat(invoker.run(values)).isNull();

    assertThat(Methods.drainCalls()).containsExactly(called);
  }

  @Test
  void allRunsShareOneInstance() throws Exception {
    TargetInvoker invoker = Invokers.of(target(Methods.class, "ofInstance", LeafKind.BYTES));

    invoker.run(NO_BYTES);
    invoker.run(NO_BYTES);

    assertThat(Methods.drainCalls()).containsExactly("instance run 1", "instance run 2");
  }

  @Test
  void takesAnAssumptionThatFailsForNoFailure() throws Exception {
    TargetInvoker invoker = load("assuming");

    assertThat(invoker.run(new Object[] {new byte[0]})).isNull();
    assertThat(invoker.run(new Object[] {new byte[1]}))
        .isInstanceOf(IncompleteExecutionException.class);
  }

  @Test
  void returnsWhatTheTargetThrows() throws Exception {
    assertThat(load("checkedException").run(NO_BYTES))
        .isExactlyInstanceOf(Exception.class)
        .hasMessage("checked");
    assertThat(load("stackOverflow").run(NO_BYTES)).isInstanceOf(StackOverflowError.class);
  }

  private static TargetInvoker load(String method) throws TargetLoadException {
    return Invokers.of(target(Methods.class, method, LeafKind.BYTES));
  }

  static Stream<Arguments> unusable() {
    return Stream.of(
        arguments(Loadable.ConstructorThrows.class, "its constructor threw an exception"),
        arguments(Loadable.InitialiserThrows.class, "a static initialiser threw an exception"),
        arguments(
            Loadable.InitialiserThrowsAnError.class, "a static initialiser threw an exception"),
        arguments(
            Loadable.ConstructorTakesArguments.class,
            "its class has no constructor without parameters"),
        arguments(Loadable.Abstract.class, "its class is abstract"),
        arguments(Methods.class, "its class has no method run(byte[])"));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void saysWhyATargetCannotBeRun(Class<?> type, String reason) {
    assertThatExceptionOfType(TargetLoadException.class)
        .isThrownBy(() -> Invokers.of(target(type, "run", LeafKind.BYTES)))
        .withMessage(reason);
  }

  @Test
  void keepsWhatAConstructorOrInitialiserThrew() {
    assertThatExceptionOfType(TargetLoadException.class)
        .isThrownBy(() -> Invokers.of(target(Loadable.ConstructorThrows.class, "run", bytes())))
        .havingCause()
        .isInstanceOf(IllegalStateException.class)
        .withMessage("no database");
    assertThatExceptionOfType(TargetLoadException.class)
        .isThrownBy(() -> Invokers.of(target(FailsOnce.class, "run", bytes())))
        .havingCause()
        .isInstanceOf(IllegalStateException.class)
        .withMessage("no configuration");
  }

  /** A class can be initialised only once; this one belongs to one test. */
  static final class FailsOnce {
    static final int VALUE = fail();

    private FailsOnce() {}

    private static int fail() {
      throw new IllegalStateException("no configuration");
    }

    static void run(byte[] data) {}
  }

  @Test
  void saysThatAClassIsMissing() {
    FuzzTarget missing = new FuzzTarget("com.example.Missing", "run", InputShape.of(bytes()));

    assertThatExceptionOfType(TargetLoadException.class)
        .isThrownBy(() -> Invokers.of(missing))
        .withMessage("its class is not on the class path")
        .withNoCause();
  }

  @Test
  void aMethodWithOtherParametersIsAnotherMethod() {
    FuzzTarget target = target(Methods.class, "other", LeafKind.STRING, LeafKind.INT);

    assertThatExceptionOfType(TargetLoadException.class)
        .isThrownBy(() -> Invokers.of(target))
        .withMessage("its class has no method other(String, int)");
  }

  private static LeafKind bytes() {
    return LeafKind.BYTES;
  }

  private static LeafKind[] types(LeafKind... types) {
    return types;
  }

  private static FuzzTarget target(Class<?> type, String method, LeafKind... types) {
    return new FuzzTarget(type.getName(), method, InputShape.of(types));
  }
}
