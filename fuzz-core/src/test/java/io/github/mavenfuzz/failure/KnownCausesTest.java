package io.github.mavenfuzz.failure;

import static io.github.mavenfuzz.failure.Failures.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownCausesTest {
  private static final String OVERFLOW = "java.lang.StackOverflowError at ";

  private final KnownCauses causes = new KnownCauses();

  @Test
  void aCauseIsNewOnceWhoeverCalls() {
    assertThat(causes.add(signature("e at a.P.value+3 < a.P.array"))).isTrue();
    assertThat(causes.add(signature("e at a.P.value+3 < a.P.object"))).isFalse();
    assertThat(causes.add(signature("e at a.P.value+4 < a.P.array"))).isTrue();
    assertThat(causes.add(signature("f at a.P.value+3 < a.P.array"))).isTrue();
    assertThat(causes.all()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "a.P.value < a.P.array, a.P.value < a.P.object, true",
    "a.P.array < a.P.object, a.P.object < a.P.value, true",
    "a.P.value, a.P.value < a.P.object, true",
    "a.P.value < a.P.array, a.Q.value < a.Q.array, false",
  })
  void recursionsThatShareAMethodAreOne(String one, String other, boolean same) {
    causes.add(signature(OVERFLOW + one));

    assertThat(causes.isKnown(signature(OVERFLOW + other))).isEqualTo(same);
    assertThat(causes.isNews(signature(OVERFLOW + other))).isEqualTo(!same);
  }

  @Test
  void anOverflowThatRepeatsNothingIsNoRecursionOfAnother() {
    causes.add(signature("java.lang.StackOverflowError"));

    assertThat(causes.isKnown(signature(OVERFLOW + "a.P.value"))).isFalse();
  }

  @Test
  void aFewOtherWaysToACauseAreNews() {
    causes.add(way(0));
    for (int i = 1; i <= KnownCauses.MAX_VARIANTS; i++) {
      assertThat(causes.isNews(way(i))).isTrue();
      assertThat(causes.addWay(way(i))).isTrue();
      assertThat(causes.isNews(way(i))).isFalse();
      assertThat(causes.addWay(way(i))).isFalse();
    }

    assertThat(causes.isNews(way(99))).isFalse();
    assertThat(causes.addWay(way(99))).isFalse();
    assertThat(causes.all().get(0).open()).isFalse();
  }

  @Test
  void whatAWorkerIsToldIsAllThatCounts() {
    IntStream.range(0, 3).forEach(i -> add(way(i)));

    KnownCauses told = new KnownCauses(causes.all());

    assertThat(told.isNews(way(1))).isFalse();
    assertThat(told.isNews(way(5))).isTrue();
  }

  private void add(Signature signature) {
    if (!causes.add(signature)) {
      causes.addWay(signature);
    }
  }

  private static Signature way(int number) {
    return signature("e at a.P.value+3 < a.Caller.m" + number + " < a.T.t");
  }

  @ParameterizedTest
  @CsvSource({
    "a.P.array < ..., a.P.array < a.T.t, false",
    "a.P.array < ..., a.P.array < ..., false",
    "..., a.P.array < a.T.t, false",
    "a.P.array < ..., a.P.object < a.T.t, true",
    "a.P.array < a.T.t, a.P.array < ..., true",
  })
  void aWayThatIsKnownInPartIsNewWhenThatPartIs(String way, String known, boolean isNew) {
    causes.add(signature("e at a.P.value < " + known));

    assertThat(causes.isNews(signature("e at a.P.value < " + way))).isEqualTo(isNew);
  }

  @ParameterizedTest
  @CsvSource({
    "HANG, hang at a.P.value < a.T.t",
    "OUT_OF_MEMORY, java.lang.OutOfMemoryError at a.P.value",
    "EXCEPTION, java.lang.StackOverflowError at a.P.value",
    "EXCEPTION, e at an unknown place",
  })
  void whatHasNoWaysHasNoVariants(FailureKind kind, String signature) {
    causes.add(signature(kind, signature));

    assertThat(causes.isNews(signature(kind, signature + " < a.C.c")))
        .isEqualTo(kind == FailureKind.HANG);
    assertThat(causes.all().get(0).open()).isFalse();
  }

  @Test
  void isForgottenWithItsWays() {
    causes.add(way(0));
    causes.addWay(way(1));
    causes.remove(way(0).cause());

    assertThat(causes.isNews(way(1))).isTrue();
    assertThat(causes.add(way(1))).isTrue();
    assertThat(causes.all().get(0).paths()).hasSize(1);
  }
}
