package io.github.mavenfuzz.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HitBlocksTest {

  @ParameterizedTest
  @CsvSource({
    // hits, mask, new
    "0, 0, false",
    "0, 255, false",
    "1, 0, true",
    "1, 1, false",
    "1, 254, true",
    "2, 1, true",
    "3, 2, false",
    "3, 1, true",
    "4, 3, true",
    "255, 127, true",
    "255, 128, false",
    "128, 128, false",
  })
  void aHitIsNewWhenTheMaskLacksItsBit(int hits, int mask, boolean expected) {
    int used = 2 * HitBlocks.SIZE + 11;
    for (int at = 0; at < used; at++) {
      byte[] all = counters(used);
      byte[] masks = counters(used);
      all[at] = (byte) hits;
      masks[at] = (byte) mask;

      assertThat(isNew(all, masks, used)).as("at %d", at).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 63, 64, 65, 127, 128, 129, 1000, 4096, 5001})
  void itDecidesAsALookAtEachCounterDoes(int used) {
    Random random = new Random(used);
    for (int i = 0; i < 300; i++) {
      byte[] hits = counters(used);
      byte[] mask = counters(used);
      random.nextBytes(mask);
      for (int hit = random.nextInt(40); hit > 0 && used > 0; hit--) {
        int at = random.nextInt(used);
        hits[at] = (byte) random.nextInt();
        mask[at] |= (byte) (random.nextInt(60) == 0 ? 0 : Integer.highestOneBit(hits[at] & 0xFF));
      }
      boolean expected =
          IntStream.range(0, used)
              .anyMatch(at -> (Integer.highestOneBit(hits[at] & 0xFF) & ~mask[at]) != 0);

      assertThat(isNew(hits, mask, used)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 63, 64, 65, 129, 1000, 4096, 5001})
  void clearingLeavesNothing(int used) {
    Random random = new Random(used);
    byte[] hits = counters(used);
    HitBlocks blocks = new HitBlocks(hits);
    for (int i = 0; i < 100; i++) {
      for (int hit = random.nextInt(40); hit > 0 && used > 0; hit--) {
        hits[random.nextInt(used)]++;
      }
      blocks.find(used);
      blocks.clear();

      assertThat(hits).isEqualTo(counters(used));
    }
  }

  @Test
  void clearingTouchesNoBlockThatWasNotFound() {
    byte[] hits = counters(4 * HitBlocks.SIZE);
    hits[HitBlocks.SIZE] = 1;
    HitBlocks blocks = new HitBlocks(hits);
    blocks.find(hits.length);
    Arrays.fill(hits, (byte) 1);

    blocks.clear();

    for (int i = 0; i < hits.length; i++) {
      assertThat(hits[i]).as("at %d", i).isEqualTo((byte) (i / HitBlocks.SIZE == 1 ? 0 : 1));
    }
  }

  @Test
  void blocksBeyondTheCountersInUseAreNotLookedAt() {
    byte[] hits = counters(2 * HitBlocks.SIZE);
    hits[HitBlocks.SIZE] = 1;
    byte[] mask = new byte[hits.length];

    assertThat(isNew(hits, mask, HitBlocks.SIZE)).isFalse();
    assertThat(isNew(hits, mask, HitBlocks.SIZE + 1)).isTrue();
    assertThat(isNew(hits, mask, 0)).isFalse();
  }

  private static byte[] counters(int used) {
    return new byte[HitBlocks.roundUp(used)];
  }

  private static boolean isNew(byte[] hits, byte[] mask, int used) {
    HitBlocks blocks = new HitBlocks(hits);
    blocks.find(used);
    return blocks.hasNew(mask);
  }
}
