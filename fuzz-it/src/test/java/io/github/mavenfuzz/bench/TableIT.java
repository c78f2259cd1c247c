package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that is printed for a target. */
class TableIT {
  @Test
  void linesHaveMediansOfAllRoundsAndRatiosOfMedians() {
    Table table =
        new Table(
            List.of(
                Measurements.of("fuzz", 1, 2_000_000),
                Measurements.of("jazzer", 1, 100_000),
                Measurements.of("fuzz", 2, 3_000_000),
                Measurements.of("jazzer", 2, 500_000),
                Measurements.of("fuzz", 3, 4_000_000),
                Measurements.of("jazzer", 3, 200_000)));

    assertThat(table.toString().lines().map(l -> l.replaceAll("\\s{2,}", "|")))
        .startsWith(
            "tool|runs/s|(min .. max)|x jazzer|x bare|runs/CPU s|x jazzer|x bare|branches|corpus"
                + "|findings|sites|first|memory|start-up|coordinator",
            "fuzz|3.00 M|(2.00 M .. 4.00 M)|15.00|-|1.50 M|15.00|-|100|10|2|1|1.25 s|300 MB|0.50 s|2.5 %",
            "jazzer|200 k|(100 k .. 500 k)|1.00|-|100 k|1.00|-|100|10|2|1|1.25 s|300 MB|0.50 s|2.5 %");
  }

  @Test
  void toolThatFailedIsShownWithItsOwnWords() {
    Table table = new Table(List.of(Measurements.failed("jqf", 2, "it broke; it said:\nno class")));

    assertThat(table.toString())
        .containsPattern("jqf( +-){15}\n")
        .contains("jqf, round 2: failed: it broke; it said:\n    no class\n");
  }

  @Test
  void findingsAreShownWithTheirFindersAndInHowManyRounds() {
    Table table =
        new Table(
            List.of(
                Measurements.of("fuzz", 1, 1),
                Measurements.of("fuzz", 2, 1),
                Measurements.of("jqf", 1, 1)));

    assertThat(table.toString()).contains("found {fuzz=2, jqf=1}: java.lang.Error at a.B.c\n");
  }

  @Test
  void crashersThatPassAreToldOf() {
    assertThat(new Table(List.of(Measurements.of("fuzz", 1, 1))).toString())
        .contains("fuzz, round 1: 1 of 3 crashers pass when they are replayed");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9999.6, 10000", "10000, 10 k", "226400, 226 k", "11600000, 11.60 M"})
  void countsHaveThreeDigitsThatCount(double count, String shown) {
    assertThat(Table.count(count)).isEqualTo(shown);
  }
}
