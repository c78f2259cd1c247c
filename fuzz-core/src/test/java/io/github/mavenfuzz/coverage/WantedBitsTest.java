package io.github.mavenfuzz.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedBitsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, true", // nothing is wanted
    "0, 9, true",
    "1, 1, true",
    "1, 0, false",
    "1, 2, false",
    "2, 2, true",
    "2, 3, true",
    "2, 4, false",
    "64, 127, true",
    "128, 128, true",
    "128, 255, true",
    "128, 127, false",
    "3, 3, false", // no run has two bits of one probe
  })
  void aCounterReachesTheBitThatItIsRoundedTo(int wanted, int hits, boolean reached) {
    WantedBits bits = new WantedBits(new byte[] {0, (byte) wanted});

    assertThat(bits.areReached(new byte[] {7, (byte) hits, 7})).isEqualTo(reached);
  }

  @Test
  void allHaveToBeReached() {
    WantedBits bits = new WantedBits(new byte[] {1, 0, 4});

    assertThat(bits.areReached(new byte[] {1, 0, 5})).isTrue();
    assertThat(bits.areReached(new byte[] {1, 9, 0})).isFalse();
    assertThat(bits.areReached(new byte[] {0, 9, 5})).isFalse();
  }
}
