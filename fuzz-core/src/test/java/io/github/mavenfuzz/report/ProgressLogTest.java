package io.github.mavenfuzz.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.RunStatistics;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLogTest {
  private final ProgressLog log =
      new ProgressLog(Results.target("com.example.ParserFuzz", "parses").name());

  private static RunStatistics after(long millis, long runs, int findings) {
    return new RunStatistics(
        Duration.ofMillis(millis), runs, 0, 2, 412, 900, 1000, 57, 4096, 12, findings, 0, 0);
  }

  @Test
  void saysHowTheRunStands() {
    assertThat(log.line(after(12_000, 1_234_567, 1)))
        .isEqualTo(
            "fuzz: ParserFuzz#parses, 12 s, 1,234,567 runs (103,000/s), 412/900 probes, corpus 57"
                + " (+12), 1 finding");
  }

  @Test
  void saysForHowLongNothingNewHasCome() {
    assertThat(log.stale(Duration.ofSeconds(95)))
        .isEqualTo("fuzz: ParserFuzz#parses has reached nothing new for 1 min 35 s");
  }

  @Test
  void ratesTheTimeSinceTheLineBefore() {
    log.line(after(3_000, 1_000_000, 0));

    assertThat(log.line(after(6_000, 1_003_000, 0))).contains("1,003,000 runs (1,000/s)");
  }

  @Test
  void hasNoRateBeforeTimeHasPassed() {
    assertThat(log.line(after(0, 0, 0))).contains("0 s, 0 runs (0/s)");
    assertThat(log.line(after(0, 5, 0))).contains("5 runs (0/s)");
  }

  @Test
  void ratesSlowTargetsWithADecimal() {
    assertThat(log.line(after(10_000, 4, 0))).contains("4 runs (0.4/s)");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 findings", "1, 1 finding", "2, 2 findings", "1000, '1,000 findings'"})
  void countsFindings(int findings, String expected) {
    assertThat(log.line(after(1, 1, findings))).endsWith(", " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "59999, 59 s",
    "60000, 1 min 0 s",
    "3599000, 59 min 59 s",
    "3600000, 1 h 0 min",
    "360000000, 100 h 0 min"
  })
  void saysTheTimeShortly(long millis, String expected) {
    assertThat(log.line(after(millis, 1, 0)))
        .startsWith("fuzz: ParserFuzz#parses, " + expected + ", ");
  }

  @Test
  void speaksEnglishEverywhere() {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(log.line(after(10_000, 1_000_004, 0))).contains("1,000,004 runs (100,000/s)");
    } finally {
      Locale.setDefault(usual);
    }
  }
}
