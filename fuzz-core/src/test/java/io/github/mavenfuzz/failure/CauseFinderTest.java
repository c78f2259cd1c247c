package io.github.mavenfuzz.failure;

import static io.github.mavenfuzz.failure.Stacks.stack;
import static io.github.mavenfuzz.failure.Stacks.stackInWorker;
import static io.github.mavenfuzz.failure.Stacks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.example.failure.Nesting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CauseFinderTest {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private static String signature(Throwable thrown) {
    return FailureDescriber.describe(thrown).signature().toString();
  }

  private static String signatureOf(ThrowingCallable call) {
    return signature(catchThrowable(call));
  }

  private static IllegalStateException failing(String... frames) {
    return with(new IllegalStateException("any"), stackInWorker(frames));
  }

  @Test
  void namesTheRootCauseAndTheInnermostFrameWithTwoCallers() {
    assertThat(signature(failing("a.A.a", "a.B.b", "a.C.c", "a.D.d")))
        .isEqualTo("java.lang.IllegalStateException at a.A.a < a.B.b < a.C.c");
  }

  @Test
  void leavesOutFramesOfTheJdkTheEngineAndAssertions() {
    IllegalStateException thrown =
        failing(
            "org.assertj.core.api.Assertions.fail",
            "java.util.ArrayList.forEach",
            "jdk.internal.Y.y",
            "sun.reflect.GeneratedMethodAccessor1.invoke",
            "a.A.a",
            "io.github.mavenfuzz.boot.Counters.hit",
            "a.A.access$000",
            "a.B.b");

    assertThat(signature(thrown)).isEqualTo("java.lang.IllegalStateException at a.A.a < a.B.b");
  }

  @Test
  void tellsTheJdkFromLibrariesByTheModuleOfAFrame() {
    StackTraceElement[] stack = {
      new StackTraceElement(null, "java.desktop", "17", "com.sun.imageio.X", "x", "X.java", 1),
      new StackTraceElement(null, null, null, "com.sun.mail.Y", "y", "Y.java", 1),
      new StackTraceElement(null, null, null, "javax.json.Z", "z", "Z.java", 1)
    };

    assertThat(signature(with(new IllegalStateException("any"), stack)))
        .isEqualTo("java.lang.IllegalStateException at com.sun.mail.Y.y < javax.json.Z.z");
  }

  @Test
  void dependsNeitherOnMessagesNorOnLines() {
    Throwable first = with(new IllegalStateException("1"), stack("a.A.a", "a.B.b"));
    StackTraceElement[] elsewhere = {
      new StackTraceElement("a.A", "a", null, -1), new StackTraceElement("a.B", "b", "B.kt", 77)
    };
    Throwable second = with(new IllegalStateException("2"), elsewhere);

    assertThat(signature(first)).isEqualTo(signature(second));
  }

  @Test
  void looksAtTheRootCauseOnly() {
    Throwable root = with(new ArithmeticException(), stack("a.Root.r"));
    Throwable outer = with(new RuntimeException(root), stack("a.Outer.o"));

    assertThat(signature(outer)).isEqualTo("java.lang.ArithmeticException at a.Root.r");
  }

  @Test
  void takesTheFramesOfTheOuterThrowableWhenTheRootHasNone() {
    Throwable root = with(new ArithmeticException(), stack("java.lang.Math.addExact"));
    Throwable outer = with(new RuntimeException(root), stack("a.Outer.o"));

    assertThat(signature(outer)).isEqualTo("java.lang.ArithmeticException at a.Outer.o");
  }

  /** A JVM records 1024 frames. */
  @ParameterizedTest
  @CsvSource({"0, a.P.array", "1, a.P.value < a.P.array"})
  void saysThatItDoesNotKnowWhoBeganARecursionOfWhichTheEndIsNotRecorded(int helpers, String at) {
    String signature = signature(cutRecursion(helpers, "a.P.array", "a.P.object"));

    assertThat(signature).isEqualTo("java.lang.IllegalStateException at " + at + " < ...");
  }

  @Test
  void needsNoMoreThanThreeFramesOfARecursion() {
    assertThat(signature(cutRecursion(2, "a.P.array")))
        .isEqualTo("java.lang.IllegalStateException at a.P.value < a.P.value2 < a.P.array");
  }

  @Test
  void isTheSameCauseHoweverDeepInARecursionItIs() {
    Signature deep = FailureDescriber.signature(cutRecursion(0, "a.P.array", "a.P.object"));
    Signature shallow = FailureDescriber.signature(failing("a.P.array", "a.P.value", "a.T.t"));

    assertThat(deep.cause()).isEqualTo(shallow.cause());
    assertThat(shallow.hasCauseOf(deep)).isTrue();
  }

  private static IllegalStateException cutRecursion(int helpers, String... cycle) {
    List<String> frames = new ArrayList<>(List.of("a.P.value", "a.P.value2").subList(0, helpers));
    for (int i = 0; frames.size() < 1024; i++) {
      frames.add(cycle[i % cycle.length]);
    }
    return with(new IllegalStateException("any"), stack(frames.toArray(String[]::new)));
  }

  @Test
  void isTheClassWhenNoFrameIsKnown() {
    assertThat(signature(with(new ArithmeticException(), stack())))
        .isEqualTo("java.lang.ArithmeticException");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 9, 400})
  void isTheSameAtEveryDepthOfNesting(int depth) {
    assertThat(signatureOf(() -> Nesting.value(depth)))
        .isEqualTo(signatureOf(() -> Nesting.value(1)))
        .startsWith("java.lang.IllegalStateException at com.example.failure.Nesting.value");
  }

  @ParameterizedTest
  @CsvSource({
    "a.Foo$$Lambda/0x00007f0001000a00, a.Foo$$Lambda",
    "a.Foo$$Lambda$14/0x0000000800c03000, a.Foo$$Lambda",
    "a.Foo$$Lambda$14, a.Foo$$Lambda",
    "a.Foo$Inner/0x0000000800c03000, a.Foo$Inner",
    "a.Foo+0x0000000800c03000, a.Foo",
    "a.$Proxy12, a.$Proxy",
    "a.Foo$$EnhancerByCGLIB$$1a2b3c4d, a.Foo$$EnhancerByCGLIB",
    "a.Foo$$SpringCGLIB$$0, a.Foo$$SpringCGLIB",
    "a.Foo$MockitoMock$123456, a.Foo$MockitoMock",
    "a.Foo$1, a.Foo$1",
    "a.Foo$Lambda, a.Foo$Lambda"
  })
  void namesGeneratedClassesWithoutTheirNumbers(String className, String expected) {
    assertThat(signature(failing(className + ".m")))
        .isEqualTo("java.lang.IllegalStateException at " + expected + ".m");
  }

  @ParameterizedTest
  @CsvSource({
    "lambda$parse$0, lambda$parse",
    "parse$lambda$3, parse$lambda",
    "parse$lambda-3, parse$lambda",
    "$anonfun$parse$1$2, $anonfun$parse",
    "parse2, parse2",
    "<init>, <init>"
  })
  void namesGeneratedMethodsWithoutTheirNumbers(String method, String expected) {
    assertThat(signature(failing("a.Foo." + method)))
        .isEqualTo("java.lang.IllegalStateException at a.Foo." + expected);
  }

  @Test
  void namesAFrameOfARealLambda() {
    assertThat(signatureOf(Nesting::throughLambda))
        .startsWith(
            "java.lang.IllegalStateException at com.example.failure.Nesting.lambda$throughLambda+2 <"
                + " com.example.failure.Nesting.throughLambda");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 50, 333})
  void namesARunawayRecursionByItsCycleHoweverItWasEntered(int before) {
    String expected =
        "java.lang.StackOverflowError at com.example.failure.Nesting.endlessMember <"
            + " com.example.failure.Nesting.endlessObject";

    assertThat(signatureOf(() -> Nesting.enterElsewhere(before))).isEqualTo(expected);
    assertThat(signatureOf(() -> Nesting.endlessObject(before))).isEqualTo(expected);
  }

  static Stream<List<String>> topsOfAnOverflow() {
    return Stream.of(
        List.<String>of(),
        List.of("a.P.helper"),
        List.of("java.lang.String.length", "a.P.other", "a.P.helper"),
        List.of("a.P.member"),
        List.of("a.P.member", "a.P.object"),
        List.of("a.Leaf.x", "a.Leaf.y", "a.Leaf.z", "a.P.member", "a.P.object"));
  }

  @ParameterizedTest
  @MethodSource("topsOfAnOverflow")
  void namesARunawayRecursionWhereverInItsCycleItEnds(List<String> top) {
    Stream<String> cycle =
        Collections.nCopies(100, List.of("a.P.value", "a.P.member", "a.P.object")).stream()
            .flatMap(List::stream);
    String[] frames = Stream.concat(top.stream(), cycle).toArray(String[]::new);

    assertThat(signature(with(new StackOverflowError(), stack(frames))))
        .isEqualTo("java.lang.StackOverflowError at a.P.member < a.P.object < a.P.value");
  }

  @Test
  void namesTheMethodThatAMixedRecursionAlwaysComesBackTo() {
    Stream<String> frames =
        Stream.iterate(0, i -> i + 1)
            .limit(300)
            .flatMap(i -> Stream.of("a.P.value", i % 2 == 0 ? "a.P.array" : "a.P.object"));

    assertThat(signature(with(new StackOverflowError(), stack(frames.toArray(String[]::new)))))
        .isEqualTo("java.lang.StackOverflowError at a.P.value");
  }

  @Test
  void namesARecursionWithinTheJdkByItsFrames() {
    assertThat(signatureOf(Nesting::endlessInJdk))
        .startsWith("java.lang.StackOverflowError at java.util.");
  }

  @Test
  void treatsAnOverflowThatRepeatsNothingLikeAnyOtherFailure() {
    assertThat(signature(with(new StackOverflowError(), stack("a.A.a", "a.B.b"))))
        .isEqualTo("java.lang.StackOverflowError at a.A.a < a.B.b");
    assertThat(signature(with(new StackOverflowError(), stack())))
        .isEqualTo("java.lang.StackOverflowError");
  }

  static Stream<List<String>> momentsOfAHang() {
    return Stream.of(
        List.of("a.Parser.loop", "a.Parser.parse", "a.Target.fuzz"),
        List.of("a.Lexer.next", "a.Parser.loop", "a.Parser.parse", "a.Target.fuzz"),
        List.of(
            "java.util.HashMap.get",
            "a.Cache.find",
            "a.Parser.loop",
            "java.util.ArrayList.forEach",
            "a.Parser.parse",
            "a.Parser.parse",
            "a.Target.fuzz"));
  }

  @ParameterizedTest
  @MethodSource("momentsOfAHang")
  void namesAHangByWhatTheLoopWasCalledFrom(List<String> frames) {
    assertThat(
            FailureDescriber.hang(stackInWorker(frames.toArray(String[]::new)), DEADLINE)
                .signature())
        .hasToString("hang at a.Parser.loop < a.Parser.parse < a.Target.fuzz");
  }

  @Test
  void namesAHangCloseToTheTargetByWhatAllSamplesShare() {
    Failure failure =
        FailureDescriber.hang(
            List.of(
                stackInWorker("a.Lexer.next", "a.Parser.loop", "a.Target.fuzz"),
                stackInWorker("a.Lexer.peek", "a.Parser.loop", "a.Target.fuzz"),
                stackInWorker("a.Parser.loop", "a.Target.fuzz")),
            DEADLINE);

    assertThat(failure.signature()).hasToString("hang at a.Parser.loop < a.Target.fuzz");
  }

  @Test
  void namesAHangWithoutAStack() {
    assertThat(FailureDescriber.hang(stack(), DEADLINE).signature()).hasToString("hang");
  }

  @Test
  void staysShortHoweverLongTheNamesAre() {
    String huge = "a." + "X".repeat(60_000) + ".m";

    assertThat(signature(failing(huge, huge, huge)).length()).isLessThan(1100);
  }

  @Test
  void standsForItsSignatureInTwelveDigits() {
    assertThat(Failures.failure("abc").id()).isEqualTo("ba7816bf8f01");
    assertThat(Failures.failure("abd").id()).isNotEqualTo("ba7816bf8f01");
  }
}
