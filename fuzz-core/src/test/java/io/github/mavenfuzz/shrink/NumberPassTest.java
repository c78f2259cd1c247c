package io.github.mavenfuzz.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.type.LeafKind;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NumberPassTest {
  private static final int PLENTY = 100_000;

  static Stream<Arguments> integralPasses() {
    return Stream.of(
        // pass, type, value, what has to stay, smallest
        integral(NumberPass.ZERO, LeafKind.INT, 42, v -> true, 0),
        integral(NumberPass.ZERO, LeafKind.INT, 42, v -> v != 0, 42),
        integral(NumberPass.ZERO, LeafKind.INT, 0, v -> true, 0),
        integral(NumberPass.ZERO, LeafKind.BOOLEAN, 1, v -> true, 0),
        integral(NumberPass.ZERO, LeafKind.BOOLEAN, 1, v -> v == 1, 1),
        integral(NumberPass.POSITIVE, LeafKind.INT, -42, v -> true, 42),
        integral(NumberPass.POSITIVE, LeafKind.INT, -42, v -> v < 0, -42),
        integral(NumberPass.POSITIVE, LeafKind.BYTE, -127, v -> true, 127),
        integral(NumberPass.POSITIVE, LeafKind.BYTE, -128, v -> true, -128),
        integral(NumberPass.POSITIVE, LeafKind.SHORT, Short.MIN_VALUE, v -> true, -32768),
        integral(NumberPass.POSITIVE, LeafKind.INT, min(32), v -> true, min(32)),
        integral(NumberPass.POSITIVE, LeafKind.LONG, min(64), v -> true, min(64)),
        integral(NumberPass.APPROACH_ZERO, LeafKind.LONG, 1_234_567, v -> v >= 1000, 1000),
        integral(NumberPass.APPROACH_ZERO, LeafKind.LONG, -1_234_567, v -> v <= -999, -999),
        integral(NumberPass.APPROACH_ZERO, LeafKind.INT, 1_000, v -> v > 0, 1),
        integral(NumberPass.APPROACH_ZERO, LeafKind.INT, 7, v -> v == 7, 7),
        integral(NumberPass.APPROACH_ZERO, LeafKind.CHAR, 0xFFFF, v -> v >= 'a', 'a'),
        integral(NumberPass.APPROACH_ZERO, LeafKind.BYTE, -128, v -> v <= -100, -100),
        integral(NumberPass.APPROACH_ZERO, LeafKind.LONG, min(64), v -> v < -5, -6),
        integral(NumberPass.APPROACH_ZERO, LeafKind.LONG, Long.MAX_VALUE, v -> v > 5, 6),
        integral(NumberPass.SHORTEN, LeafKind.LONG, 123_456, v -> true, 123_456));
  }

  @ParameterizedTest
  @MethodSource("integralPasses")
  void arrivesAtTheSmallestInteger(
      NumberPass pass, LeafKind type, long value, LongPredicate predicate, long smallest) {
    ScriptedTrial<Long> trial = new ScriptedTrial<>(value, PLENTY, predicate::test);

    assertThat(pass.shrink(type, value, trial)).isEqualTo(smallest);
    assertThat(trial.tried()).hasSizeLessThan(200);
  }

  static Stream<Arguments> realPasses() {
    return Stream.of(
        real(NumberPass.ZERO, 4.2, v -> true, 0),
        real(NumberPass.ZERO, -0d, v -> true, 0),
        real(NumberPass.ZERO, Double.NaN, v -> true, 0),
        real(NumberPass.ZERO, Double.MIN_VALUE, v -> v > 0, Double.MIN_VALUE),
        real(NumberPass.POSITIVE, -4.2, v -> true, 4.2),
        real(NumberPass.POSITIVE, -4.2, v -> v < 0, -4.2),
        real(NumberPass.POSITIVE, Double.NEGATIVE_INFINITY, v -> true, Double.POSITIVE_INFINITY),
        real(NumberPass.APPROACH_ZERO, 12_345.678, v -> v >= 1000, 1000),
        real(NumberPass.APPROACH_ZERO, -12_345.678, v -> v < -1000, -1001),
        real(NumberPass.APPROACH_ZERO, 1e300, v -> v > 5, 6),
        real(NumberPass.APPROACH_ZERO, -0d, v -> 1 / v < 0, -0d),
        real(NumberPass.APPROACH_ZERO, Double.NaN, v -> v != v, Double.NaN),
        real(
            NumberPass.APPROACH_ZERO,
            Double.POSITIVE_INFINITY,
            v -> v > 1e300,
            Double.POSITIVE_INFINITY),
        real(NumberPass.APPROACH_ZERO, Double.POSITIVE_INFINITY, v -> v > 1, 2),
        real(NumberPass.APPROACH_ZERO, Double.NEGATIVE_INFINITY, v -> v < -1, -2),
        real(
            NumberPass.APPROACH_ZERO,
            Double.POSITIVE_INFINITY,
            v -> v > 1e20,
            Float.MAX_VALUE / 0x1p61),
        real(NumberPass.APPROACH_ZERO, 0.25, v -> v > 0, 0.25),
        real(NumberPass.SHORTEN, 0.123456789, v -> v > 0.1 && v < 0.2, 0.12),
        real(NumberPass.SHORTEN, 0.16, v -> v > 0.15, 0.2),
        real(NumberPass.SHORTEN, 1234.567, v -> v > 1234 && v < 1235, 1234.5),
        real(NumberPass.SHORTEN, -1.2345e-300, v -> v < 0, -1e-300),
        real(NumberPass.SHORTEN, 1.2345e300, v -> v > 1.2e300, 2e300),
        real(NumberPass.SHORTEN, 1953, v -> true, 1953),
        real(NumberPass.SHORTEN, Double.MAX_VALUE, v -> v > 1.7e308, 1.79e308),
        real(NumberPass.SHORTEN, Double.NaN, v -> true, Double.NaN));
  }

  @ParameterizedTest
  @MethodSource("realPasses")
  void arrivesAtTheSmallestDouble(
      NumberPass pass, double value, DoublePredicate predicate, double smallest) {
    long bits = Double.doubleToRawLongBits(value);
    ScriptedTrial<Long> trial =
        new ScriptedTrial<>(bits, PLENTY, v -> predicate.test(Double.longBitsToDouble(v)));

    double shrunk = Double.longBitsToDouble(pass.shrink(LeafKind.DOUBLE, bits, trial));

    // Boxed: NaN equals itself, and -0 is not 0.
    assertThat(Double.valueOf(shrunk)).isEqualTo(Double.valueOf(smallest));
    assertThat(trial.tried()).hasSizeLessThan(1200);
  }

  static Stream<Arguments> floatPasses() {
    return Stream.of(
        arguments(NumberPass.ZERO, -1f, predicate(v -> true), 0f),
        arguments(NumberPass.POSITIVE, -1f, predicate(v -> true), 1f),
        arguments(NumberPass.APPROACH_ZERO, 3e38f, predicate(v -> v >= 1000), 1000f),
        arguments(NumberPass.APPROACH_ZERO, -77.7f, predicate(v -> v < -5), -6f),
        arguments(NumberPass.SHORTEN, 0.123f, predicate(v -> v > 0.1f && v < 0.2f), 0.12f),
        arguments(NumberPass.SHORTEN, Float.MIN_VALUE, predicate(v -> v > 0), 1e-45f));
  }

  @ParameterizedTest
  @MethodSource("floatPasses")
  void arrivesAtTheSmallestFloat(
      NumberPass pass, float value, DoublePredicate predicate, float smallest) {
    long bits = Float.floatToRawIntBits(value);
    ScriptedTrial<Long> trial =
        new ScriptedTrial<>(
            bits, PLENTY, v -> predicate.test(Float.intBitsToFloat((int) (long) v)));

    long shrunk = pass.shrink(LeafKind.FLOAT, bits, trial);

    assertThat(Float.intBitsToFloat((int) shrunk)).isEqualTo(smallest);
  }

  @ParameterizedTest
  @EnumSource(LeafKind.class)
  void keepsTheBitsOfEveryValueThatNothingSmallerMayReplace(LeafKind type) {
    if (type.isBytes()) {
      return;
    }
    for (long bits : new long[] {0, 1, -1, 0x7FC0_0001, 0xFFFF_FFFF_FFC0_0002L}) {
      long canonical = type == LeafKind.FLOAT ? (int) bits : bits;
      for (NumberPass pass : NumberPass.values()) {
        ScriptedTrial<Long> trial = new ScriptedTrial<>(canonical, PLENTY, v -> v == canonical);

        assertThat(pass.shrink(type, canonical, trial)).isEqualTo(canonical);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void returnsWhatWasAcceptedLastWheneverTheTrialIsOver(NumberPass pass) {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      long bits = random.nextLong();
      ScriptedTrial<Long> trial = new ScriptedTrial<>(bits, i % 50, v -> true);
      assertThat(pass.shrink(LeafKind.LONG, bits, trial)).isEqualTo(trial.lastAccepted());

      bits = Double.doubleToRawLongBits(random.nextGaussian() * 1e6);
      trial = new ScriptedTrial<>(bits, i % 50, v -> true);
      assertThat(pass.shrink(LeafKind.DOUBLE, bits, trial)).isEqualTo(trial.lastAccepted());
    }
  }

  private static Arguments integral(
      NumberPass pass, LeafKind type, long value, LongPredicate predicate, long smallest) {
    return arguments(pass, type, value, predicate, smallest);
  }

  private static Arguments real(
      NumberPass pass, double value, DoublePredicate predicate, double smallest) {
    return arguments(pass, value, predicate, smallest);
  }

  private static DoublePredicate predicate(DoublePredicate predicate) {
    return predicate;
  }

  private static long min(int bits) {
    return Long.MIN_VALUE >> 64 - bits;
  }
}
