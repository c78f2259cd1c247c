package io.github.mavenfuzz.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuidanceTest {
  /** Where the counters of these tests lie, away from those of others. */
  private static final int START = Counters.CAPACITY / 2;

  private static final int ID = 4711;

  /**
   * The first counter and the length of each row; all tests share them, as a row keeps its numbers.
   */
  private static final Map<String, int[]> ALL_ROWS = new TreeMap<>();

  @BeforeEach
  void count() {
    Guidance.countWith(
        (name, length) -> {
          int first = START + ALL_ROWS.values().stream().mapToInt(row -> row[1]).sum();
          ALL_ROWS.put(name, new int[] {first, length});
          return first;
        });
    Arrays.fill(Counters.HITS, (byte) 0);
  }

  @AfterEach
  void countNoMore() {
    Guidance.countWith((name, length) -> -1);
    Arrays.fill(Counters.HITS, (byte) 0);
  }

  /** The counters of a row that were hit, as ranges would be written: {0, 1, 2}. */
  private static BitSet reached(String row) {
    int[] range = ALL_ROWS.get(row);
    assertThat(range).as("one of " + ALL_ROWS.keySet()).isNotNull();
    BitSet hit = new BitSet();
    for (int i = 0; i < range[1]; i++) {
      assertThat(Counters.HITS[range[0] + i]).isBetween((byte) 0, (byte) 1);
      hit.set(i, Counters.HITS[range[0] + i] != 0);
    }
    return hit;
  }

  private static BitSet upTo(int end) {
    BitSet set = new BitSet();
    set.set(0, end);
    return set;
  }

  @Test
  void eachStateOfEachIdHasACounter() {
    Guidance.exploreState((byte) 3, ID);
    Guidance.exploreState((byte) 3, ID);
    Guidance.exploreState((byte) -1, ID);
    Guidance.exploreState((byte) 4, ID + 1);

    assertThat(reached("jazzer:exploreState:4711:256")).hasToString("{3, 255}");
    assertThat(reached("jazzer:exploreState:4712:256")).hasToString("{4}");
  }

  static Stream<Arguments> values() {
    return Stream.of(
        // value, min, max, levels; length of the row, levels of the maximum and of the minimum
        arguments(0, 0, 10, 1024, 11, 1, 11),
        arguments(3, 0, 10, 1024, 11, 4, 8),
        arguments(10, 0, 10, 1024, 11, 11, 1),
        arguments(99, 0, 10, 1024, 11, 11, 0),
        arguments(-1, 0, 10, 1024, 11, 0, 11),
        arguments(5, 5, 5, 1024, 1, 1, 1),
        arguments(50, 0, 100, 11, 11, 6, 6),
        arguments(59, 0, 100, 11, 11, 6, 5),
        arguments(Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, 100, 100, 1, 100),
        arguments(0, Long.MIN_VALUE, Long.MAX_VALUE, 101, 101, 51, 51),
        arguments(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, 100, 100, 100, 1),
        arguments(7, 0, 1_000_000, 10_000_000, 65536, 1, 65535));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aBetterValueReachesAllThatAWorseOneDoes(
      long value, long min, long max, int levels, int length, int maximum, int minimum) {
    Guidance.maximize(value, min, max, levels, ID);
    Guidance.minimize(value, min, max, levels, ID);

    assertThat(reached("jazzer:maximize:4711:" + length)).isEqualTo(upTo(maximum));
    assertThat(reached("jazzer:minimize:4711:" + length)).isEqualTo(upTo(minimum));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("", "abc", 0, 0),
        arguments("abd", "abc", 2, 2),
        arguments("abc", "abc", 3, 3),
        arguments("abcd", "abc", 3, 3),
        arguments("xxabab", "abc", 0, 2),
        arguments("xaabcx", "abc", 0, 3),
        arguments("cab", "abc", 0, 2),
        arguments("x", "", 0, 0),
        arguments("a".repeat(999), "a".repeat(999), 256, 256));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void theLongerThePrefixTheMoreIsReached(String text, String wanted, int equal, int contained) {
    Guidance.guideTowardsEquality(text, wanted, ID);
    Guidance.guideTowardsContainment(text, wanted, ID);

    assertThat(reached("jazzer:guideTowardsEquality:4711:256")).isEqualTo(upTo(equal));
    assertThat(reached("jazzer:guideTowardsContainment:4711:256")).isEqualTo(upTo(contained));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void bytesAreComparedAsTextIs(String text, String wanted, int equal, int contained) {
    Guidance.guideTowardsEquality(text.getBytes(), wanted.getBytes(), ID);

    assertThat(reached("jazzer:guideTowardsEquality:4711:256")).isEqualTo(upTo(equal));
  }

  @Test
  void whatMeansNothingDoesNothing() {
    assertThatCode(
            () -> {
              Guidance.guideTowardsEquality((String) null, "a", 1);
              Guidance.guideTowardsEquality(new byte[1], null, 1);
              Guidance.guideTowardsContainment("a", null, 1);
              Guidance.maximize(1, 2, 1, 10, 1);
              Guidance.minimize(1, 1, 2, 0, 1);
              Guidance.onFuzzTargetReady(null);
              Guidance.reportFindingFromHook(null);
            })
        .doesNotThrowAnyException();

    assertThat(Counters.HITS).containsOnly(0);
    assertThat(Guidance.takeReported()).isNull();
  }

  @Test
  void withoutRoomNothingIsCounted() {
    Guidance.countWith((name, length) -> -1);

    Guidance.exploreState((byte) 3, ID + 2);

    assertThat(Counters.HITS).containsOnly(0);
  }

  @Test
  void theFirstFindingOfARunIsTaken() {
    Throwable first = new Exception("first");

    assertThatThrownBy(() -> Guidance.reportFindingFromHook(first)).isSameAs(first);
    assertThatThrownBy(() -> Guidance.reportFindingFromHook(new Error("second")))
        .hasMessage("second");

    assertThat(Guidance.takeReported()).isSameAs(first);
    assertThat(Guidance.takeReported()).isNull();
  }

  @Test
  void whatWaitsForTheTargetRunsOnce() {
    StringBuilder calls = new StringBuilder();
    Guidance.onFuzzTargetReady(() -> calls.append('a'));
    Guidance.onFuzzTargetReady(() -> calls.append('b'));

    Guidance.targetReady();
    Guidance.targetReady();

    assertThat(calls).hasToString("ab");
  }
}
