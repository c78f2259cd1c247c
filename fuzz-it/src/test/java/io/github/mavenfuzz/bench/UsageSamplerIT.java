package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is read from the files of Linux about processes. */
class UsageSamplerIT {
  @Test
  void processorTimeIsThatOfTheUserAndOfTheSystem() {
    assertThat(
            UsageSampler.cpuSeconds(
                "42 (a (strange) name) S 1 42 42 0 -1 4194304 9 0 0 0 150 25 7 7 20 0 1 0 99"))
        .isEqualTo(1.75);
  }

  @Test
  void memoryIsTheMostThatWasResident() {
    assertThat(UsageSampler.peakBytes("Name:\tjava\nVmPeak:\t  999 kB\nVmHWM:\t  2048 kB\n"))
        .isEqualTo(2 << 20);
    assertThat(UsageSampler.peakBytes("Name:\tjava\nState:\tZ (zombie)\n")).isZero();
  }
}
