package io.github.mavenfuzz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.RunStatistics;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusLineTest {
  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "INITED, '#4000\tINITED cov: 12 ft: 34 corp: 5/6b lim: 4096 exec/s: 2000 rss: 100Mb'",
    "NEW, '#4000\tNEW    cov: 12 ft: 34 corp: 5/6b lim: 4096 exec/s: 2000 rss: 100Mb'",
    "pulse, '#4000\tpulse  cov: 12 ft: 34 corp: 5/6b lim: 4096 exec/s: 2000 rss: 100Mb'",
    "DONE, '#4000\tDONE   cov: 12 ft: 34 corp: 5/6b lim: 4096 exec/s: 2000 rss: 100Mb'"
  })
  void isThatOfLibFuzzer(String event, String line) {
    assertThat(StatusLine.of(event, statistics(6), 4096)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"0, 0b", "16383, 16383b", "16384, 16Kb", "16777215, 16383Kb", "16777216, 16Mb"})
  void countsBytesAsLibFuzzerDoes(long bytes, String size) {
    assertThat(StatusLine.of("NEW", statistics(bytes), 1))
        .contains(" corp: 5/" + size + " lim: 1 ");
  }

  @Test
  void finalStatisticsAreThoseOfLibFuzzer() {
    assertThat(new FinalStatistics(1000, 500, 7, 25, 100 * MIB))
        .hasToString(
            """
            stat::number_of_executed_units: 1000
            stat::average_exec_per_sec:     500
            stat::new_units_added:          7
            stat::slowest_unit_time_sec:    25
            stat::peak_rss_mb:              100""");
  }

  private static RunStatistics statistics(long corpusBytes) {
    return new RunStatistics(
        Duration.ofSeconds(2), 4000, 0, 1, 12, 99, 34, 5, corpusBytes, 4, 0, 0, 100 * MIB);
  }
}
