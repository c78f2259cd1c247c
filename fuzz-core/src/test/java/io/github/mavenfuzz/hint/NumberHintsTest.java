package io.github.mavenfuzz.hint;

import static io.github.mavenfuzz.hint.Sample.bytes;
import static io.github.mavenfuzz.hint.Sample.order;
import static io.github.mavenfuzz.hint.Sample.outcomes;
import static io.github.mavenfuzz.hint.Sample.traced;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mavenfuzz.boot.Comparison.Relation;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NumberHintsTest {
  private static final String BEFORE = "~<";
  private static final String AFTER = ">~";

  @ParameterizedTest
  @EnumSource
  void findsANumberInEachFormAndPutsAnotherThereInTheSame(NumberForm form) {
    long seen = form == NumberForm.BYTE ? 0x71 : 0xA171;
    long wanted = form == NumberForm.BYTE ? 0x9C : 0xB29C;

    assertThat(outcomes(holding(form, seen), traced(1, Relation.NUMBERS, seen, wanted)))
        .contains(BEFORE + encoded(form, wanted) + AFTER);
  }

  @ParameterizedTest
  @EnumSource
  void findsNegativeNumbersToo(NumberForm form) {
    long seen = -77;
    long wanted = -99;
    assumeThat(form.encode(seen)).isNotEmpty();

    assertThat(outcomes(holding(form, seen), traced(1, Relation.NUMBERS, seen, wanted)))
        .contains(BEFORE + encoded(form, wanted) + AFTER);
  }

  @ParameterizedTest
  @CsvSource({
    "BYTE, 255, true",
    "BYTE, 256, false",
    "BYTE, -128, true",
    "BYTE, -129, false",
    "BYTES_2, 65535, true",
    "BYTES_2_LITTLE, 65536, false",
    "BYTES_3, 16777215, true",
    "BYTES_3, 16777216, false",
    "BYTES_4, 4294967295, true",
    "BYTES_4, 4294967296, false",
    "BYTES_8, -9223372036854775808, true",
    "DECIMAL, -9223372036854775808, true",
    "HEXADECIMAL, 9, false",
    "HEXADECIMAL, 10, true",
    "OCTAL, 7, false",
    "CHARACTER, 127, false",
    "CHARACTER, 128, true",
    "CHARACTER, 0xD800, false",
    "CHARACTER, 0x10FFFF, true",
    "CHARACTER, 0x110000, false"
  })
  void hasAFormOnlyForNumbersThatFit(NumberForm form, String number, boolean fits) {
    assertThat(form.encode(Long.decode(number)).length > 0).isEqualTo(fits);
  }

  @Test
  void writesTheLowestByteLastOrFirst() {
    assertThat(NumberForm.BYTES_3.encode(0x010203)).containsExactly(1, 2, 3);
    assertThat(NumberForm.BYTES_3_LITTLE.encode(0x010203)).containsExactly(3, 2, 1);
  }

  static Stream<Arguments> reals() {
    return Stream.of(
        Arguments.of(Relation.DOUBLES, "x=0.1;", 0.1, 2.5, "x=2.5;"),
        Arguments.of(Relation.DOUBLES, "x=7;", 7.0, 2.5, "x=2.5;"),
        Arguments.of(Relation.DOUBLES, "x=7.0;", 7.0, 8.0, "x=8.0;"),
        Arguments.of(Relation.DOUBLES, "x=1.0E-5;", 1e-5, 1e-7, "x=1.0E-7;"),
        Arguments.of(Relation.DOUBLES, "x=0.000010;", 1e-5, 1e-7, "x=0.00000010;"),
        // The text of a float has fewer digits than that of the double it becomes.
        Arguments.of(Relation.FLOATS, "x=0.1;", (double) 0.1f, (double) 0.7f, "x=0.7;"),
        Arguments.of(
            Relation.DOUBLES, "<\u0040\u0000\0\0\0\0\0\0>", 2.0, 1.0, "<\u003F\u00F0\0\0\0\0\0\0>"),
        Arguments.of(
            Relation.DOUBLES, "<\0\0\0\0\0\0\0\u0040>", 2.0, 1.0, "<\0\0\0\0\0\0\u00F0\u003F>"),
        Arguments.of(Relation.FLOATS, "<\u0040\0\0\0>", 2.0, 1.0, "<\u003F\u0080\0\0>"),
        Arguments.of(Relation.FLOATS, "<\0\0\0\u0040>", 2.0, 1.0, "<\0\0\u0080\u003F>"));
  }

  @ParameterizedTest
  @MethodSource("reals")
  void findsFloatsAndDoublesAsBitsAndAsText(
      Relation relation, String input, double seen, double wanted, String expected) {
    assertThat(outcomes(bytes(input), traced(1, relation, seen, wanted))).contains(expected);
  }

  static Stream<Arguments> typed() {
    return Stream.of(
        Arguments.of(LeafKind.INT, 7, Relation.NUMBERS, 7L, 1234L, 1234),
        Arguments.of(LeafKind.INT, -7, Relation.NUMBERS, -7L, -1L, -1),
        Arguments.of(LeafKind.LONG, 7L, Relation.NUMBERS, 7L, 1L << 40, 1L << 40),
        Arguments.of(LeafKind.SHORT, (short) 7, Relation.NUMBERS, 7L, -300L, (short) -300),
        Arguments.of(LeafKind.BYTE, (byte) 7, Relation.NUMBERS, 7L, -3L, (byte) -3),
        Arguments.of(LeafKind.CHAR, 'a', Relation.NUMBERS, 97L, 0xFFFFL, '\uFFFF'),
        Arguments.of(LeafKind.BOOLEAN, false, Relation.NUMBERS, 0L, 1L, true),
        Arguments.of(LeafKind.FLOAT, 7f, Relation.FLOATS, 7.0, 0.25, 0.25f),
        Arguments.of(LeafKind.FLOAT, 7f, Relation.DOUBLES, 7.0, 0.25, 0.25f),
        Arguments.of(LeafKind.DOUBLE, 7.0, Relation.DOUBLES, 7.0, 1e300, 1e300));
  }

  @ParameterizedTest
  @MethodSource("typed")
  void givesAnArgumentTheWantedNumber(
      LeafKind kind, Object value, Relation relation, Object seen, Object wanted, Object expected) {
    MutableInput input = Sample.of(InputShape.of(kind, LeafKind.BOOLEAN), value, true);

    assertThat(outcomes(input, traced(1, relation, seen, wanted))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"INT, 7, 4294967303", "INT, 7, -2147483649"})
  void givesNoArgumentANumberThatItCannotBe(LeafKind kind, int value, long wanted) {
    MutableInput input = Sample.of(InputShape.of(kind), value);

    assertThat(outcomes(input, traced(1, Relation.NUMBERS, (long) value, wanted))).isEmpty();
  }

  @Test
  void leavesAlonePartsThatDiffer() {
    MutableInput input = Sample.of(InputShape.of(LeafKind.INT), 8);

    assertThat(outcomes(input, traced(1, Relation.NUMBERS, 7L, 9L))).isEmpty();
  }

  @Test
  void wantsWhatIsJustBesideWhenItIsAskedForTheOrder() {
    MutableInput whole = Sample.of(InputShape.of(LeafKind.INT), 7);
    MutableInput real = Sample.of(InputShape.of(LeafKind.DOUBLE), 7.0);

    assertThat(outcomes(whole, order(1, 7L, 100L))).containsExactly(100, 101, 99);
    assertThat(outcomes(real, order(1, 7.0, 100.0)))
        .containsExactly(100.0, Math.nextUp(100.0), Math.nextDown(100.0));
  }

  @Test
  void wantsOneValueWhenItIsAskedForEquality() {
    MutableInput input = Sample.of(InputShape.of(LeafKind.INT), 7);

    assertThat(outcomes(input, traced(1, Relation.NUMBERS, 7L, 100L))).containsExactly(100);
  }

  @Test
  void proposesLargeNumbersAsWords() {
    HintFinder finder =
        Sample.finder(bytes("zz"), List.of(traced(1, Relation.NUMBERS, 5L, 0x12345678L)));

    assertThat(finder.words()).contains("305419896", "\u0012\u0034\u0056\u0078");
  }

  private static MutableInput holding(NumberForm form, long number) {
    return bytes(BEFORE + encoded(form, number) + AFTER);
  }

  private static String encoded(NumberForm form, long number) {
    return new String(form.encode(number), ISO_8859_1);
  }
}
