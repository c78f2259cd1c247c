package io.github.mavenfuzz.hint;

import static io.github.mavenfuzz.hint.Sample.traced;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.Comparison.Relation;
import io.github.mavenfuzz.hint.ShiftedOperands.Operand;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftedOperandsTest {

  @ParameterizedTest
  @CsvSource({
    // operand before, after, wanted; number before, after; what it has to be
    "12, 13, 100, 5, 6, 93",
    "5, 6, 100, 5, 6, 100",
    "-2, -1, 100, 5, 6, 107",
    "0x5A5F, 0x5A5C, 0x1234, 5, 6, 0x486E",
    "0x7FFFFFFFFFFFFFFF, -0x8000000000000000, 5, 0, 1, -0x7FFFFFFFFFFFFFFA"
  })
  void knowsTheNumberThatGivesTheWantedOperand(
      String seen, String changed, String wanted, long before, long after, String expected) {
    Operand operand = new Operand(Long.decode(seen), Long.decode(changed), Long.decode(wanted));

    assertThat(ShiftedOperands.wanted(operand, before, after, -1)).isEqualTo(Long.decode(expected));
  }

  @Test
  void knowsNoneWhenTheOperandFollowsOtherwise() {
    assertThat(ShiftedOperands.wanted(new Operand(10, 12, 100), 5, 6, -1)).isNull();
    assertThat(ShiftedOperands.wanted(new Operand(10, 12, 100), 5, 5, -1)).isNull();
  }

  @Test
  void looksOnlyAtTheBitsThatThereAre() {
    assertThat(ShiftedOperands.wanted(new Operand(0x103, 0x104, 0x150), 0xFE, 0xFF, 0xFF))
        .isEqualTo(0x14BL);
  }

  @ParameterizedTest
  @CsvSource({
    // bytes in both runs, operand in both, wanted, bytes that give it
    "3A 00 05 3A, 3A 00 06 3A, 12, 13, 100, 3A 00 5D 3A",
    "3A 05 00 3A, 3A 06 00 3A, 12, 13, 1000, 3A E1 03 3A",
    "3A 12 34 3A, 3A 16 3B 3A, 0x6D65, 0x696A, 0x4142, 3A 3E 13 3A",
    "3A 34 12 3A, 3A 3B 16 3A, 0x6D65, 0x696A, 0x4142, 3A 13 3E 3A",
    "00 00 00 05, 00 00 01 06, 12, 269, 0x12345678, 12 34 56 71",
    "05 00 00 00, 06 01 00 00, 12, 269, 0x12345678, 71 56 34 12",
    "00 00 00 00 00 00 00 05, 00 00 00 00 00 00 01 06, 12, 269, -1, FF FF FF FF FF FF FF F8"
  })
  void findsTheBytesOfAnOperandInBothByteOrders(
      String first, String second, String seen, String changed, String wanted, String expected) {
    MutableInput input = Sample.bytes(latin1(first));
    Proposals proposals = new Proposals();
    Operand operand = new Operand(Long.decode(seen), Long.decode(changed), Long.decode(wanted));

    new ShiftedOperands(List.of(), proposals)
        .findInBytes(operand, 0, (ByteSlot) input.slot(0), latin1(second).getBytes(ISO_8859_1));

    assertThat(Sample.outcomes(input, proposals.hints())).contains(latin1(expected));
  }

  private static String latin1(String hex) {
    return new String(HexFormat.ofDelimiter(" ").parseHex(hex), ISO_8859_1);
  }

  @Test
  void comparesTheSameComparisonOfBothRuns() {
    List<Traced> first = List.of(number(1, 5, 9), number(1, 6, 9), number(2, 7, 9));
    List<Traced> second = List.of(number(1, 5, 9), number(1, 8, 9), number(2, 7, 9));

    assertThat(operands(first, second)).containsExactly(new Operand(6, 8, 9));
  }

  @Test
  void tellsComparisonsApartThatHaveSeenTheSame() {
    List<Traced> first = List.of(number(1, 5, 9), number(1, 5, 9));
    List<Traced> second = List.of(number(1, 6, 9), number(1, 5, 9));

    assertThat(operands(first, second)).containsExactly(new Operand(5, 6, 9));
  }

  @Test
  void followsEitherOperand() {
    assertThat(operands(List.of(number(1, 5, 9)), List.of(number(1, 6, 8))))
        .containsExactly(new Operand(5, 6, 9), new Operand(9, 8, 5));
  }

  @Test
  void passesOverWhatTheSecondRunDidNotReach() {
    assertThat(operands(List.of(number(1, 5, 9)), List.of())).isEmpty();
  }

  private static List<Operand> operands(List<Traced> first, List<Traced> second) {
    List<Operand> operands = new ArrayList<>();
    new ShiftedOperands(first, new Proposals()).forEach(first, second, operands::add);
    return operands;
  }

  private static Traced number(int line, long left, long right) {
    return traced(line, Relation.NUMBERS, left, right);
  }
}
