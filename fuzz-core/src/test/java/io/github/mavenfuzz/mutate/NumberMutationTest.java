package io.github.mavenfuzz.mutate;

import static io.github.mavenfuzz.type.LeafKind.BOOLEAN;
import static io.github.mavenfuzz.type.LeafKind.BYTE;
import static io.github.mavenfuzz.type.LeafKind.CHAR;
import static io.github.mavenfuzz.type.LeafKind.DOUBLE;
import static io.github.mavenfuzz.type.LeafKind.FLOAT;
import static io.github.mavenfuzz.type.LeafKind.INT;
import static io.github.mavenfuzz.type.LeafKind.LONG;
import static io.github.mavenfuzz.type.LeafKind.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.type.LeafKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class NumberMutationTest {

  static final List<Case> CASES =
      List.of(
          new Case(IntegralMutation.ADD, INT, 5, 6, draws(0, 0)),
          new Case(IntegralMutation.ADD, INT, 5, -95, draws(99, 1)),
          new Case(IntegralMutation.ADD, INT, Integer.MAX_VALUE, Integer.MIN_VALUE, draws(0, 0)),
          new Case(IntegralMutation.ADD, BYTE, 127, -29, draws(99, 0)),
          new Case(IntegralMutation.ADD, SHORT, -32768, 32767, draws(0, 1)),
          new Case(IntegralMutation.ADD, CHAR, 0, 65535, draws(0, 1)),
          new Case(IntegralMutation.ADD, LONG, Long.MIN_VALUE, Long.MAX_VALUE, draws(0, 1)),
          new Case(IntegralMutation.FLIP_BIT, BOOLEAN, 0, 1, draws(0)),
          new Case(IntegralMutation.FLIP_BIT, BOOLEAN, 1, 0, draws(0)),
          new Case(IntegralMutation.FLIP_BIT, BYTE, 0, -128, draws(7)),
          new Case(IntegralMutation.FLIP_BIT, CHAR, 0, 32768, draws(15)),
          new Case(IntegralMutation.FLIP_BIT, INT, -1, Integer.MAX_VALUE, draws(31)),
          new Case(IntegralMutation.FLIP_BIT, LONG, 0, Long.MIN_VALUE, draws(63)),
          new Case(IntegralMutation.INTERESTING_VALUE, BYTE, 5, 127, draws(8)),
          new Case(IntegralMutation.INTERESTING_VALUE, INT, 5, Integer.MIN_VALUE, draws(19)),
          new Case(IntegralMutation.INTERESTING_VALUE, LONG, 5, Long.MAX_VALUE, draws(34)),
          new Case(IntegralMutation.POWER_OF_TWO, INT, 5, 1023, draws(10, 0, 0)),
          new Case(IntegralMutation.POWER_OF_TWO, INT, 5, -1025, draws(10, 2, 1)),
          new Case(IntegralMutation.POWER_OF_TWO, BYTE, 5, -128, draws(7, 1, 0)),
          new Case(IntegralMutation.POWER_OF_TWO, CHAR, 5, 65535, draws(0, 1, 1)),
          new Case(IntegralMutation.RANDOM_VALUE, INT, 5, 7, draws(2, -1, -1, 0)),
          new Case(IntegralMutation.RANDOM_VALUE, INT, 5, -3, draws(1, -1, -1, 1)),
          new Case(IntegralMutation.RANDOM_VALUE, BYTE, 5, -1, draws(7, -1, -1, 0)),
          new Case(IntegralMutation.RANDOM_VALUE, LONG, 5, -1, draws(63, -1, -1, 0)),
          ofDouble(FloatingMutation.ADD, 0.5, 1.5, draws(0, 0)),
          ofDouble(FloatingMutation.ADD, 0.5, -99.5, draws(99, 1)),
          ofDouble(FloatingMutation.ADD, 1e300, 1e300, draws(99, 1)),
          ofDouble(FloatingMutation.ADD, Double.NaN, Double.NaN, draws(0, 0)),
          ofDouble(FloatingMutation.MULTIPLY, 0.25, 0.5, draws(0)),
          ofDouble(FloatingMutation.MULTIPLY, Double.MAX_VALUE, Double.POSITIVE_INFINITY, draws(8)),
          ofDouble(FloatingMutation.DIVIDE, 5, 0.5, draws(8)),
          ofDouble(FloatingMutation.DIVIDE, Double.MIN_VALUE, 0, draws(8)),
          ofDouble(FloatingMutation.FLIP_BIT, 0, -0d, draws(63)),
          ofDouble(FloatingMutation.INTERESTING_VALUE, 5, Double.NaN, draws(6)),
          ofDouble(FloatingMutation.RANDOM_INTEGER, 5, -7, draws(2, -1, -1, 1)),
          ofDouble(FloatingMutation.RANDOM_INTEGER, 5, 0x1p63, draws(62, -1, -1, 0)),
          ofDouble(FloatingMutation.RANDOM_BITS, 5, 2, draws(0x40000000, 0)),
          ofFloat(FloatingMutation.ADD, 0.5f, 1.5f, draws(0, 0)),
          ofFloat(FloatingMutation.ADD, -0.5f, -1.5f, draws(0, 1)),
          ofFloat(FloatingMutation.MULTIPLY, Float.MAX_VALUE, Float.POSITIVE_INFINITY, draws(0)),
          ofFloat(FloatingMutation.DIVIDE, 0.3f, 0.1f, draws(1)),
          ofFloat(FloatingMutation.FLIP_BIT, 0, -0f, draws(31)),
          ofFloat(FloatingMutation.INTERESTING_VALUE, 5, Float.MIN_VALUE, draws(9)),
          ofFloat(FloatingMutation.RANDOM_BITS, 5, -2, draws(0, 0xC0000000)));

  @ParameterizedTest
  @FieldSource("CASES")
  void changesTheNumberAsDrawn(Case given) {
    ScriptedRandom random = new ScriptedRandom(given.draws);

    long mutated = given.mutation.apply(given.before, given.type, random);

    assertThat(mutated).isEqualTo(given.after);
    assertThat(random.isUsedUp()).as("uses all draws").isTrue();
  }

  static Stream<LeafKind> numbers() {
    return Arrays.stream(LeafKind.values()).filter(t -> !t.isBytes());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void keepsTheFormOfTheBits(LeafKind type) {
    MutableInput input = new MutableInput(InputShape.of(type), 0);
    for (NumberMutation mutation : Mutator.numberMutations(type)) {
      PcgRandom random = new PcgRandom(1, 2);
      long bits = 0;
      for (int i = 0; i < 5000; i++) {
        bits = mutation.apply(bits, type, random);
        ((NumberSlot) input.slot(0)).setBits(bits);
        Object value = input.arguments()[0];
        ((NumberSlot) input.slot(0)).setBits(0x5555_5555_5555_5555L);
        input.load(List.of(value));
        assertThat(((NumberSlot) input.slot(0)).bits())
            .as("%s of %s", mutation, value)
            .isEqualTo(bits);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void someMutationChangesEveryNumber(LeafKind type) {
    NumberMutation flip =
        Mutator.numberMutations(type).stream()
            .filter(m -> m.toString().equals("FLIP_BIT"))
            .findFirst()
            .orElseThrow();
    PcgRandom random = new PcgRandom(1, 2);
    for (int i = 0; i < 5000; i++) {
      long bits = NumberBits.wrap(random.nextLong(), type);
      assertThat(flip.apply(bits, type, random)).isNotEqualTo(bits);
    }
  }

  @Test
  void randomValuesAreAllOfASmallType() {
    PcgRandom random = new PcgRandom(1, 2);
    Set<Long> reached = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      reached.add(IntegralMutation.RANDOM_VALUE.apply(0, BYTE, random));
    }
    assertThat(reached).hasSize(256);
  }

  @ParameterizedTest
  @EnumSource(
      value = LeafKind.class,
      names = {"BYTE", "SHORT", "CHAR", "INT", "LONG"})
  void randomValuesAreOfEveryMagnitudeAboutEquallyOften(LeafKind type) {
    int width = NumberBits.width(type);
    int[] hits = new int[width + 1];
    PcgRandom random = new PcgRandom(1, 2);
    for (int i = 0; i < 1000 * width; i++) {
      long value = IntegralMutation.RANDOM_VALUE.apply(0, type, random);
      hits[Long.SIZE - Long.numberOfLeadingZeros(Math.abs(value))]++;
    }
    for (int length = 1; length < width - 1; length++) {
      assertThat(hits[length]).as("of %s bits", length).isGreaterThan(300);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = LeafKind.class,
      names = {"BYTE", "SHORT", "CHAR", "INT", "LONG"})
  void interestingValuesFitTheTypeAndDiffer(LeafKind type) {
    long[] values = InterestingValues.ofIntegral(type);

    assertThat(values).doesNotHaveDuplicates().contains(0);
    assertThat(LongStream.of(values))
        .allSatisfy(v -> assertThat(NumberBits.wrap(v, type)).isEqualTo(v));
  }

  @ParameterizedTest
  @EnumSource(
      value = LeafKind.class,
      names = {"BYTE", "SHORT", "INT", "LONG"})
  void interestingValuesContainTheLimits(LeafKind type) {
    long max = (1L << NumberBits.width(type) - 1) - 1;
    assertThat(InterestingValues.ofIntegral(type)).contains(0, 1, -1, max, -max - 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = LeafKind.class,
      names = {"FLOAT", "DOUBLE"})
  void interestingValuesContainWhatArithmeticStumblesOn(LeafKind type) {
    double[] values = InterestingValues.ofFloating(type);
    long[] bits = Arrays.stream(values).mapToLong(v -> NumberBits.ofDouble(v, type)).toArray();

    assertThat(bits).doesNotHaveDuplicates();
    assertThat(values)
        .contains(0d, -0d, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    assertThat(bits).contains(limits(type));
  }

  @Test
  void thereAreNoneForBytes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mutator.numberMutations(LeafKind.STRING))
        .withMessage("String is not a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumberBits.wrap(0, LeafKind.BYTES))
        .withMessage("byte[] is not a number");
  }

  private static long[] limits(LeafKind type) {
    return type == FLOAT
        ? LongStream.of(
                Float.floatToIntBits(Float.MIN_VALUE),
                Float.floatToIntBits(Float.MAX_VALUE),
                Float.floatToIntBits(-Float.MAX_VALUE))
            .toArray()
        : LongStream.of(
                Double.doubleToLongBits(Double.MIN_VALUE),
                Double.doubleToLongBits(Double.MAX_VALUE),
                Double.doubleToLongBits(-Double.MAX_VALUE))
            .toArray();
  }

  /** What a mutation makes of a number, both as bits. */
  record Case(NumberMutation mutation, LeafKind type, long before, long after, int[] draws) {
    @Override
    public String toString() {
      return mutation + " of " + type.javaName() + " " + before + " to " + after;
    }
  }

  private static Case ofDouble(NumberMutation mutation, double before, double after, int[] draws) {
    return new Case(
        mutation,
        DOUBLE,
        Double.doubleToRawLongBits(before),
        Double.doubleToRawLongBits(after),
        draws);
  }

  private static Case ofFloat(NumberMutation mutation, float before, float after, int[] draws) {
    return new Case(
        mutation, FLOAT, Float.floatToRawIntBits(before), Float.floatToRawIntBits(after), draws);
  }

  private static int[] draws(int... draws) {
    return draws;
  }
}
