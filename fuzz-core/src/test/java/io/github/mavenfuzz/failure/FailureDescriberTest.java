package io.github.mavenfuzz.failure;

import static io.github.mavenfuzz.failure.Stacks.stack;
import static io.github.mavenfuzz.failure.Stacks.stackInWorker;
import static io.github.mavenfuzz.failure.Stacks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.api.FuzzerSecurityIssueCritical;
import com.code_intelligence.jazzer.api.FuzzerSecurityIssueHigh;
import com.code_intelligence.jazzer.api.FuzzerSecurityIssueLow;
import com.code_intelligence.jazzer.api.FuzzerSecurityIssueMedium;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureDescriberTest {

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void describesTheRootCause() {
    Throwable root = with(new ArithmeticException("/ by zero"), stack("a.A.a"));
    Failure failure = FailureDescriber.describe(new RuntimeException("outer", root));

    assertThat(failure.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(failure.exception()).isEqualTo("java.lang.ArithmeticException");
    assertThat(failure.message()).isEqualTo("/ by zero");
    assertThat(failure.signature()).hasToString("java.lang.ArithmeticException at a.A.a");
  }

  @Test
  void tellsLackOfMemoryApart() {
    Failure failure = FailureDescriber.describe(new RuntimeException(new OutOfMemoryError("heap")));

    assertThat(failure.kind()).isEqualTo(FailureKind.OUT_OF_MEMORY);
    assertThat(failure.exception()).isEqualTo("java.lang.OutOfMemoryError");
  }

  private static final class OwnIssue extends FuzzerSecurityIssueHigh {
    private static final long serialVersionUID = 1L;
  }

  static Stream<Arguments> severities() {
    return Stream.of(
        arguments(new FuzzerSecurityIssueLow("x"), Severity.LOW),
        arguments(new FuzzerSecurityIssueMedium("x"), Severity.MEDIUM),
        arguments(new FuzzerSecurityIssueHigh("x"), Severity.HIGH),
        arguments(new FuzzerSecurityIssueCritical("x"), Severity.CRITICAL),
        arguments(new OwnIssue(), Severity.HIGH),
        arguments(new RuntimeException(new FuzzerSecurityIssueLow("x")), Severity.LOW),
        arguments(
            new FuzzerSecurityIssueLow("x", new FuzzerSecurityIssueCritical("y")), Severity.LOW),
        arguments(new RuntimeException("FuzzerSecurityIssueLow"), null));
  }

  @ParameterizedTest
  @MethodSource("severities")
  void keepsTheSeverityThatTheOutermostExceptionStates(Throwable thrown, Severity expected) {
    assertThat(FailureDescriber.describe(thrown).severity()).isEqualTo(expected);
  }

  @Test
  void showsAnIssueRatherThanItsCause() {
    Throwable root = with(new ArithmeticException("/ by zero"), stack("a.A.a"));
    Throwable issue = with(new FuzzerSecurityIssueHigh("overwrites", root), stack("a.T.fuzz"));
    Failure failure = FailureDescriber.describe(new RuntimeException("outer", issue));

    assertThat(failure.exception()).isEqualTo(FuzzerSecurityIssueHigh.class.getName());
    assertThat(failure.message()).isEqualTo("overwrites");
    assertThat(failure.signature())
        .hasToString(
            "com.code_intelligence.jazzer.api.FuzzerSecurityIssueHigh"
                + " by java.lang.ArithmeticException at a.A.a");
  }

  @Test
  void tellsIssuesOfDifferentCausesApart() {
    Throwable one = new ArithmeticException();
    Throwable other = with(new ArithmeticException(), stack("a.A.a"));

    assertThat(FailureDescriber.signature(new FuzzerSecurityIssueLow("x", one)))
        .isNotEqualTo(FailureDescriber.signature(new FuzzerSecurityIssueLow("x", other)))
        .isNotEqualTo(FailureDescriber.signature(new FuzzerSecurityIssueHigh("x", one)))
        .isNotEqualTo(FailureDescriber.signature(one));
  }

  @Test
  void printsWhatTheJvmWouldPrint() {
    Throwable root = new IllegalArgumentException("root");
    Throwable thrown = new IllegalStateException("outer", root);
    thrown.addSuppressed(new ArithmeticException("closing"));
    thrown.addSuppressed(new RuntimeException("nested", new Error("deep")));
    root.addSuppressed(thrown);

    assertThat(FailureDescriber.describe(thrown).stackTrace()).isEqualTo(printed(thrown));
  }

  @Test
  void printsNoFrameBelowTheTarget() {
    Throwable root = with(new Error("root"), stackInWorker("a.A.a", "java.util.X.x", "a.T.fuzz"));
    Throwable thrown = with(new RuntimeException("outer", root), stackInWorker("a.T.fuzz"));

    assertThat(FailureDescriber.describe(thrown).stackTrace())
        .isEqualTo(
            """
            java.lang.RuntimeException: outer
            \tat a.T.fuzz(Source.java:1)
            Caused by: java.lang.Error: root
            \tat a.A.a(Source.java:1)
            \tat java.util.X.x(Source.java:2)
            \tat a.T.fuzz(Source.java:3)
            """);
  }

  @Test
  void printsTheEngineWhenTheFailureIsItsOwn() {
    Throwable thrown = with(new IllegalArgumentException("types"), stackInWorker());

    assertThat(FailureDescriber.describe(thrown).stackTrace())
        .contains("io.github.mavenfuzz.worker.TargetInvoker.run");
  }

  @Test
  void printsTheEndsOfADeepStack() {
    String[] frames = new String[1024];
    Arrays.setAll(frames, i -> "a.F" + i + ".m");

    assertThat(FailureDescriber.describe(with(new Error(), stack(frames))).stackTrace())
        .contains("a.F0.m", "a.F199.m", "\t... 784 frames left out\n", "a.F984.m", "a.F1023.m")
        .doesNotContain("a.F200.m", "a.F983.m");
  }

  static Stream<Named<Throwable>> hostileThrowables() {
    return Stream.of(
        Named.of("message throws", new Hostile.MessageThrows()),
        Named.of("message overflows the stack", new Hostile.MessageOverflows()),
        Named.of("everything returns null", new Hostile.Nulls()),
        Named.of("stack of nulls", new Hostile.StackOfNulls()),
        Named.of("cause throws", new Hostile.CauseThrows()),
        Named.of("causes without end", new Hostile.EndlessCauses()),
        Named.of("equals and hashCode throw", new Hostile.EqualsThrows()),
        Named.of("cyclic causes", Hostile.cyclic()),
        Named.of("suppresses itself in depth", Hostile.suppressingDeeply(3000)));
  }

  @ParameterizedTest
  @MethodSource("hostileThrowables")
  void survivesHostileThrowables(Throwable thrown) {
    Failure failure = FailureDescriber.describe(thrown);

    assertThat(failure.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(failure.signature().toString()).isNotBlank();
    assertThat(failure.exception()).startsWith("io.github.mavenfuzz.failure.Hostile$");
    assertThat(failure.stackTrace()).startsWith("io.github.mavenfuzz.failure.Hostile$");
    assertThat(failure.stackTrace().length()).isLessThan(66_000);
  }

  @Test
  void cutsAHugeMessageAndSaysSo() {
    String huge = "x".repeat(1999) + "\uD83D\uDE00" + "x".repeat(1_000_000);
    Failure failure = FailureDescriber.describe(new Error(huge));

    assertThat(failure.message()).isEqualTo("x".repeat(1999) + "... (1002001 characters)");
    assertThat(failure.stackTrace().length()).isLessThan(66_000);
  }

  @Test
  void boundsTheWholeTrace() {
    Throwable thrown = new Error("innermost");
    for (int i = 0; i < 40; i++) {
      thrown = new Error("y".repeat(3000), thrown);
    }

    assertThat(FailureDescriber.describe(thrown).stackTrace())
        .hasSizeLessThan(66_000)
        .endsWith("\n... (cut)");
  }

  @Test
  void keepsTheTraceSmallWhenMemoryRanOut() {
    String[] frames = Collections.nCopies(1024, "a.A.a").toArray(String[]::new);
    Throwable thrown = with(new OutOfMemoryError("z".repeat(100_000)), stack(frames));

    assertThat(FailureDescriber.describe(thrown).stackTrace()).hasSizeLessThan(9_000);
  }

  @ParameterizedTest
  @CsvSource({"10000, 10 s", "1500, 1.5 s", "200, 0.2 s", "600000, 600 s"})
  void describesAHangByItsDeadline(long millis, String expected) {
    Failure failure = FailureDescriber.hang(stackInWorker("a.T.fuzz"), Duration.ofMillis(millis));

    assertThat(failure.kind()).isEqualTo(FailureKind.HANG);
    assertThat(failure.exception()).isEqualTo("no return within " + expected);
    assertThat(failure.message()).isNull();
    assertThat(failure.stackTrace())
        .isEqualTo("no return within " + expected + "\n\tat a.T.fuzz(Source.java:1)\n");
  }

  @ParameterizedTest
  @CsvSource({
    "app, , , a.T.fuzz(Source.java:1)",
    "mine, , , mine//a.T.fuzz(Source.java:1)",
    ", java.base, 17.0.1, java.base/a.T.fuzz(Source.java:1)",
    "app, my.module, 2.0, my.module@2.0/a.T.fuzz(Source.java:1)"
  })
  void showsFramesOfAHangAsThoseOfAnException(
      String loader, String module, String version, String shown) {
    StackTraceElement frame =
        new StackTraceElement(loader, module, version, "a.T", "fuzz", "Source.java", 1);

    Failure failure = FailureDescriber.hang(new StackTraceElement[] {frame}, Duration.ofSeconds(1));

    assertThat(failure.stackTrace()).endsWith("\n\tat " + shown + "\n");
  }

  @Test
  void describesAnExitByWhereItWasCalled() {
    StackTraceElement[] stack =
        stackInWorker("java.lang.Runtime.exit", "java.lang.System.exit", "a.A.a", "a.T.fuzz");
    Failure failure = FailureDescriber.exit(3, stack);

    assertThat(failure.kind()).isEqualTo(FailureKind.EXIT);
    assertThat(failure.exception()).isEqualTo("exit code 3");
    assertThat(failure.signature()).hasToString("exit at a.A.a < a.T.fuzz");
    assertThat(FailureDescriber.exit(4, stack).signature()).isEqualTo(failure.signature());
    assertThat(failure.stackTrace()).startsWith("exit code 3\n\tat java.lang.Runtime.exit(");
  }

  @Test
  void leavesOutWhatCalledTheConstructorThatExits() {
    StackTraceElement[] stack =
        stackInWorker(
            "java.lang.System.exit",
            "a.Range.<init>",
            "java.lang.invoke.DirectMethodHandle.newInvokeSpecial",
            "io.github.mavenfuzz.argument.RecordConverter.convert",
            "io.github.mavenfuzz.argument.ArgumentFactory.convert");
    Failure failure = FailureDescriber.exit(3, stack);

    assertThat(failure.signature()).hasToString("exit at a.Range.<init>");
    assertThat(failure.stackTrace().lines()).last().asString().startsWith("\tat a.Range.<init>(");
  }

  @Test
  void takesExitsOfUnknownPlaceForOne() {
    Failure failure = FailureDescriber.exit(3, stack());

    assertThat(failure.exception()).isEqualTo("exit code 3");
    assertThat(failure.signature()).hasToString("exit");
    assertThat(failure.stackTrace()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"11, SIGSEGV", "6, SIGABRT", "7, SIGBUS", "4, SIGILL", "64, signal 64"})
  void describesASignalByItsName(int number, String expected) {
    Failure failure = FailureDescriber.signal(number);

    assertThat(failure.kind()).isEqualTo(FailureKind.SIGNAL);
    assertThat(failure.exception()).isEqualTo(expected);
    assertThat(failure.signature()).hasToString(expected);
  }
}
