package io.github.mavenfuzz.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.example.laws.LawsFuzzTest;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two assertions of one target are two causes, whatever they are made with. */
class BlamedFrameTest {
  private static final String TARGET = "com.example.laws.LawsFuzzTest.asserts";

  private static String signature(int number) {
    Throwable thrown = catchThrowable(() -> new LawsFuzzTest().asserts(number));
    return FailureDescriber.signature(Stacks.with(thrown, asInWorker(thrown.getStackTrace())))
        .toString();
  }

  /** What lies below the target is the engine. */
  private static StackTraceElement[] asInWorker(StackTraceElement[] stack) {
    int target =
        IntStream.range(0, stack.length)
            .filter(i -> stack[i].getMethodName().equals("asserts"))
            .findFirst()
            .orElseThrow();
    StackTraceElement[] engine = Stacks.stackInWorker();
    StackTraceElement[] all = Arrays.copyOf(stack, target + 1 + engine.length);
    System.arraycopy(engine, 0, all, target + 1, engine.length);
    return all;
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2, 3", "4, 5", "6, 7", "8, 9", "10, 11"})
  void whatTwoAssertionsSayByOneHelperIsTwoCauses(int one, int other) {
    assertThat(signature(one)).isEqualTo(signature(one)).isNotEqualTo(signature(other));
  }

  @Test
  void blamesThePlaceWhereAHelperWasCalled() {
    assertThat(signature(0)).isEqualTo("java.lang.AssertionError at " + TARGET + "+1");
    assertThat(signature(2))
        .startsWith("java.lang.AssertionError at com.example.laws.LawsFuzzTest.checkPercent+1 <");
  }

  @Test
  void namesTheLineOfAnAssertionOfALibrary() {
    assertThat(signature(8)).isEqualTo("org.opentest4j.AssertionFailedError at " + TARGET + "+9");
  }

  @Test
  void stepsOverHelpersThatThrowSomethingElse() {
    assertThat(signature(10)).isEqualTo("java.lang.IllegalStateException at " + TARGET + "+11");
  }

  @Test
  void anAssertionOfTheTestedCodeIsOneCauseWhereverItIsCalled() {
    assertThat(signature(12))
        .isEqualTo(signature(13))
        .isEqualTo(
            "java.lang.AssertionError at com.example.laws.Checker.innermost+2 <"
                + " com.example.laws.Checker.inner < com.example.laws.Checker.check");
  }

  @Test
  void namesTheLineOfWhatTheTargetThrowsItself() {
    assertThat(signature(14)).isEqualTo("java.lang.IllegalStateException at " + TARGET + "+15");
  }

  /** As of classes that were compiled with -g:none. */
  @Test
  void stepsOverHelpersWithoutLinesAsWell() {
    Throwable thrown = catchThrowable(() -> new LawsFuzzTest().asserts(0));
    StackTraceElement[] stack = asInWorker(thrown.getStackTrace());
    Arrays.setAll(stack, i -> withoutLine(stack[i]));

    assertThat(FailureDescriber.signature(Stacks.with(thrown, stack)))
        .hasToString("java.lang.AssertionError at " + TARGET);
  }

  private static StackTraceElement withoutLine(StackTraceElement frame) {
    return new StackTraceElement(
        frame.getClassLoaderName(),
        frame.getModuleName(),
        frame.getModuleVersion(),
        frame.getClassName(),
        frame.getMethodName(),
        null,
        -1);
  }

  @Test
  void doesWithoutLinesOfClassesThatHaveNoFile() {
    AssertionError thrown =
        Stacks.with(
            new AssertionError(), Stacks.stackInWorker("org.junit.jupiter.api.X.x", "a.T.t"));

    assertThat(FailureDescriber.signature(thrown)).hasToString("java.lang.AssertionError at a.T.t");
  }
}
