package io.github.mavenfuzz.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultHeapTest {
  @ParameterizedTest
  @CsvSource({
    "1,  64, 1024, a gigabyte is enough for most targets",
    "2,   8, 1024, a small machine has that for two",
    "2,   4,  512, and less than that",
    "16, 32,  910, many workers share",
    "64,  8,  256, a JVM with less hardly starts",
  })
  void isAGigabyteOrWhatTheMachineHas(int workers, long gigabytes, int megabytes, String why) {
    assertThat(DefaultHeap.megabytes(workers, gigabytes << 30)).as(why).isEqualTo(megabytes);
  }

  @Test
  void thisMachineHasSome() {
    assertThat(DefaultHeap.megabytes(1)).isBetween(256, 1024);
  }
}
