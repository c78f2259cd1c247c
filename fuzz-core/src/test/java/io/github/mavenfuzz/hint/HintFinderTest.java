package io.github.mavenfuzz.hint;

import static io.github.mavenfuzz.hint.Sample.bytes;
import static io.github.mavenfuzz.hint.Sample.finder;
import static io.github.mavenfuzz.hint.Sample.open;
import static io.github.mavenfuzz.hint.Sample.outcomes;
import static io.github.mavenfuzz.hint.Sample.site;
import static io.github.mavenfuzz.hint.Sample.text;
import static io.github.mavenfuzz.hint.Sample.traced;
import static io.github.mavenfuzz.type.SampleTypes.list;
import static io.github.mavenfuzz.type.SampleTypes.record;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.Comparison.Relation;
import io.github.mavenfuzz.comparison.Site;
import io.github.mavenfuzz.comparison.Site.Constant;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.JdkClass;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.ValueType;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HintFinderTest {
  private static final int NO_MAX = Integer.MAX_VALUE;
  private static final ValueType INT = LeafType.of(LeafKind.INT);
  private static final Duration SHORT = Duration.ofMillis(3);
  private static final Duration LONG = Duration.ofDays(7);
  private static final ValueType TEXT = LeafType.of(LeafKind.STRING);

  static Stream<Arguments> values() {
    UUID id = new UUID(1, 2);
    UUID otherId = new UUID(3, 4);
    LocalDate day = LocalDate.of(2001, 2, 3);
    LocalDate otherDay = LocalDate.of(1999, 12, 31);
    BigInteger huge = BigInteger.TWO.pow(80);
    return Stream.of(
        Arguments.of(TEXT, "a", "a", "xyz", "xyz"),
        Arguments.of(new JdkType(JdkClass.LOCAL_DATE), day, day, otherDay, otherDay),
        Arguments.of(new JdkType(JdkClass.DURATION), SHORT, SHORT, LONG, LONG),
        Arguments.of(new JdkType(JdkClass.BIG_INTEGER), BigInteger.ONE, BigInteger.ONE, huge, huge),
        Arguments.of(new JdkType(JdkClass.UNIQUE_ID), id, id, otherId, otherId),
        Arguments.of(record(INT, TEXT), List.of(7, "a"), "a", "xyz", List.of(7, "xyz")),
        Arguments.of(record(INT, TEXT), List.of(7, "a"), 7L, 1000L, List.of(1000, "a")),
        Arguments.of(list(INT, 0, NO_MAX), List.of(5, 7), 7L, 1000L, List.of(5, 1000)),
        Arguments.of(list(INT, 0, NO_MAX), List.of(5), 1L, 3L, List.of(5, 0, 0)),
        Arguments.of(list(INT, 0, NO_MAX), List.of(5, 6, 7), 3L, 1L, List.of(5)),
        Arguments.of(TEXT, "2001-02-03", day, otherDay, "1999-12-31"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void givesAValueOfAnArgumentTheWantedOne(
      ValueType type, Object value, Object seen, Object wanted, Object expected) {
    MutableInput input = Sample.of(type, value);
    Relation relation = seen instanceof Long ? Relation.NUMBERS : Relation.EQUAL;

    assertThat(outcomes(input, traced(1, relation, seen, wanted))).contains(expected);
  }

  @Test
  void leavesTheInputAsItIs() {
    MutableInput input = Sample.of(list(record(INT, TEXT), 0, NO_MAX), List.of(List.of(1, "a")));
    byte[] before = input.toMemory();

    finder(
        input,
        List.of(
            traced(1, Relation.NUMBERS, 1L, 5L), traced(2, Relation.EQUAL, "a", "longer text")));

    assertThat(input.toMemory()).isEqualTo(before);
  }

  @Test
  void proposesTheKeysOfASwitch() {
    Site numbers = site(1, Site.Test.EQUALITY, Constant.NONE, List.of(100L, 200L));
    Site words = site(2, Site.Test.EQUALITY, Constant.NONE, List.of("GET", "PUT"));

    assertThat(outcomes(bytes("<7>"), traced(numbers, Relation.KEYS, 7L, null)))
        .contains("<100>", "<200>");
    assertThat(outcomes(text("<x>"), traced(words, Relation.WORDS, "x", null)))
        .contains("<GET>", "<PUT>");
  }

  @Test
  void proposesNoKeyThatASwitchWasGivenBefore() {
    Site site = site(1, Site.Test.EQUALITY, Constant.RIGHT, List.of(100L, 200L));
    MutableInput input = bytes("<7>");
    Progress progress = new Progress();
    progress.note(traced(site, Relation.KEYS, 100L, null));
    HintFinder finder = new HintFinder(input, List.of(), progress);
    finder.find(Sample.run(List.of(traced(site, Relation.KEYS, 7L, null))), Sample.NO_RUNS);

    assertThat(outcomes(input, finder.hints())).contains("<200>").doesNotContain("<100>");
  }

  @Test
  void neverChangesAConstant() {
    Site left = site(1, Site.Test.EQUALITY, Constant.LEFT, List.of());
    Site right = site(1, Site.Test.EQUALITY, Constant.RIGHT, List.of());
    MutableInput input = text("<12345 54321>");

    assertThat(outcomes(input, traced(right, Relation.NUMBERS, 12345L, 54321L)))
        .contains("<54321 54321>")
        .doesNotContain("<12345 12345>");
    assertThat(outcomes(input, traced(left, Relation.NUMBERS, 12345L, 54321L)))
        .contains("<12345 12345>")
        .doesNotContain("<54321 54321>");
  }

  @Test
  void changesEitherOperandWhenNoneIsAConstant() {
    assertThat(outcomes(text("<ab> <cd>"), open(1, Relation.EQUAL, "ab", "cd")))
        .contains("<cd> <cd>", "<ab> <ab>");
  }

  @Test
  void findsNothingPromisingInAComparisonThatIsMet() {
    List<Traced> run =
        List.of(
            traced(1, Relation.NUMBERS, 7L, 7L),
            traced(2, Relation.START, "7 up", "7"),
            traced(3, Relation.EQUAL, "7", "7"));
    HintFinder finder = finder(text("7 up"), run);

    assertThat(finder.hints()).isEmpty();
    assertThat(finder.promising()).isZero();
  }

  /** {@code length > 0} with a length of 0. */
  @Test
  void wantsMoreOrLessThanAnEqualNumber() {
    MutableInput input = Sample.of(list(INT, 0, NO_MAX), List.of(5));

    assertThat(outcomes(input, Sample.order(1, 1L, 1L)))
        .contains(List.of(5, 0), List.of())
        .doesNotContain(List.of(5));
  }

  @Test
  void putsWhatBlocksBeforeWhatHasGoneBothWays() {
    Traced blocks = traced(1, Relation.EQUAL, "ab", "blocking");
    Traced met = traced(2, Relation.EQUAL, "ab", "met");
    Progress progress = new Progress();
    progress.note(traced(2, Relation.EQUAL, "met", "met"));
    MutableInput input = text("<ab>");
    HintFinder finder = new HintFinder(input, List.of(), progress);

    finder.find(Sample.run(List.of(blocks, met)), Sample.NO_RUNS);

    List<Hint> hints = finder.hints();
    assertThat(outcomes(input, hints.subList(0, finder.promising())))
        .contains("<blocking>")
        .doesNotContain("<met>");
    assertThat(outcomes(input, hints.subList(finder.promising(), hints.size()))).contains("<met>");
  }

  @Test
  void putsTheLastComparisonFirst() {
    List<Traced> run =
        List.of(
            traced(1, Relation.EQUAL, "ab", "first"), traced(2, Relation.EQUAL, "ab", "second"));
    MutableInput input = text("<ab>");

    assertThat(outcomes(input, finder(input, run).hints())).startsWith("<second>");
  }

  @Test
  void leavesRoomForTheHintsOfOtherComparisons() {
    List<Traced> run = new ArrayList<>();
    for (int line = 0; line < 8; line++) {
      run.add(traced(line, Relation.EQUAL, "a", "wanted" + line));
    }
    MutableInput input = bytes("a".repeat(50));

    assertThat(outcomes(input, finder(input, run).hints()))
        .anyMatch(outcome -> outcome.toString().startsWith("wanted0"));
  }

  @Test
  void firstOfAllLetsNothingBeMissing() {
    ValueType type = new NullableType(TEXT, false);
    MutableInput input = new MutableInput(new InputShape(List.of(type)), 100);
    input.load(Arrays.asList((Object) null));

    assertThat(outcomes(input, finder(input, List.of()).hints())).containsExactly("");
  }

  static Stream<Arguments> mixings() {
    return Stream.of(
        Arguments.of("an addition", (LongUnaryOperator) n -> n + 1000),
        Arguments.of("an exclusive or", (LongUnaryOperator) n -> n ^ 0x5A5A));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mixings")
  void seesThroughByRunningOtherBytes(String what, LongUnaryOperator mixing) {
    MutableInput input = bytes("0123456789abcdef");
    VariedRuns runs = varied -> Sample.run(List.of(compared(varied, mixing)));

    HintFinder finder = finder(input, runs.run(input).comparisons(), runs);

    assertThat(outcomes(input, finder.hints()))
        .anySatisfy(o -> assertThat(met(o, mixing)).isTrue());
  }

  /** Compares two bytes of the input, mixed with something, with a constant. */
  private static Traced compared(MutableInput input, LongUnaryOperator mixing) {
    return traced(
        1, Relation.NUMBERS, mixing.applyAsLong(number((String) Sample.first(input))), 0x7654L);
  }

  private static boolean met(Object outcome, LongUnaryOperator mixing) {
    return mixing.applyAsLong(number((String) outcome)) == 0x7654;
  }

  private static long number(String bytes) {
    return bytes.charAt(5) << 8 | bytes.charAt(6);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mixings")
  void seesThroughByRunningOtherNumbers(String what, LongUnaryOperator mixing) {
    MutableInput input = Sample.of(INT, 7);
    VariedRuns runs =
        varied ->
            Sample.run(
                List.of(
                    traced(
                        1,
                        Relation.NUMBERS,
                        mixing.applyAsLong((int) Sample.first(varied)),
                        0x765432L)));

    HintFinder finder = finder(input, runs.run(input).comparisons(), runs);

    assertThat(outcomes(input, finder.hints()))
        .anyMatch(outcome -> mixing.applyAsLong((int) outcome) == 0x765432);
  }

  @Test
  void runsNothingMoreWhenNoFurtherRunIsToBeMade() {
    int[] runs = {0};
    VariedRuns counted =
        varied -> {
          runs[0]++;
          return null;
        };

    finder(bytes("0123456789abcdef"), List.of(traced(1, Relation.NUMBERS, 99999L, 5L)), counted);

    assertThat(runs[0]).isLessThanOrEqualTo(3);
  }

  @Test
  void keepsToItsLimits() {
    List<Traced> run =
        LongStream.range(0, 2000)
            .mapToObj(i -> traced((int) i, Relation.EQUAL, "a", "wanted" + i))
            .toList();
    HintFinder finder = finder(bytes(new String(new byte[9], ISO_8859_1) + "a"), run);

    assertThat(finder.hints().size()).isLessThanOrEqualTo(256);
    assertThat(finder.words().size()).isLessThanOrEqualTo(96);
  }
}
