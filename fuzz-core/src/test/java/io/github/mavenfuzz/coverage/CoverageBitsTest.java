package io.github.mavenfuzz.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageBitsTest {

  static IntStream hits() {
    return IntStream.rangeClosed(0, 255);
  }

  @ParameterizedTest
  @MethodSource("hits")
  void aCounterIsRoundedDownToAPowerOfTwo(int hits) {
    for (int at = 0; at < Long.BYTES; at++) {
      long rounded = CoverageBits.round((long) hits << at * 8);

      assertThat(rounded).isEqualTo((long) Integer.highestOneBit(hits) << at * 8);
    }
  }

  @Test
  void countersInOneWordDoNotDisturbEachOther() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long word = random.nextLong();
      long rounded = CoverageBits.round(word);
      for (int at = 0; at < 64; at += 8) {
        int hits = (int) (word >>> at) & 0xFF;
        assertThat((int) (rounded >>> at) & 0xFF).isEqualTo(Integer.highestOneBit(hits));
      }
    }
  }

  @Test
  void aSnapshotHasTheBitsOfEveryCounter() {
    byte[] hits = new byte[256];
    for (int i = 0; i < 256; i++) {
      hits[i] = (byte) i;
    }
    byte[] bits = new byte[256];

    CoverageBits.snapshot(hits, bits, 256);

    for (int i = 0; i < 256; i++) {
      assertThat(bits[i] & 0xFF).isEqualTo(Integer.highestOneBit(i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 63})
  void aSnapshotTakesTheTailOfAnyLengthAndNoWordBeyond(int used) {
    int end = (used + 7) / 8 * 8;
    byte[] hits = filled(end + 8, 3);
    byte[] bits = filled(end + 8, 64);

    CoverageBits.snapshot(hits, bits, used);

    assertThat(Arrays.copyOf(bits, end)).isEqualTo(filled(end, 2));
    assertThat(Arrays.copyOfRange(bits, end, end + 8)).containsOnly(64);
  }

  @Test
  void containsAsksForEveryBit() {
    byte[] bits = {1, 6, 0, (byte) 0x80};

    assertThat(CoverageBits.contains(bits, new byte[] {1, 2, 0, (byte) 0x80}, 4)).isTrue();
    assertThat(CoverageBits.contains(bits, new byte[] {1, 6, 0, 0}, 4)).isTrue();
    assertThat(CoverageBits.contains(bits, new byte[] {0, 0, 1, 0}, 4)).isFalse();
    assertThat(CoverageBits.contains(bits, new byte[] {0, 8, 0, 0}, 4)).isFalse();
    assertThat(CoverageBits.contains(bits, new byte[] {0, 8, 0, 0}, 1)).isTrue();
  }

  @Test
  void retainKeepsWhatBothHave() {
    byte[] bits = {3, 4, (byte) 0x80, 7};

    CoverageBits.retain(bits, new byte[] {1, 3, (byte) 0xFF, 0}, 3);

    assertThat(bits).containsExactly(1, 0, (byte) 0x80, 7);
  }

  @Test
  void mergeAddsWhatIsMissing() {
    byte[] mask = {1, 4, 0, 1};

    CoverageBits.merge(mask, new byte[] {2, 4, (byte) 0x80, 6}, 3);

    assertThat(mask).containsExactly(3, 4, (byte) 0x80, 1);
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
