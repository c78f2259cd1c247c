package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.corpus.CorpusEntry;
import java.util.Arrays;

/**
 * Which entries some coverage needs: for each bit the smallest and fastest entry that has it. What
 * no bit needs gets few turns, and is not deleted. Belongs to the coordinator's thread.
 *
 * <p>Example: {@code [1,2]} has the bits a and b, {@code [[1],2]} has a, b and c. The first is
 * needed for a and b, the second for c. When {@code [[]]} comes with b and c, the second is not
 * needed.
 */
final class FavouredEntries {
  /** So that of two short entries the faster one is favoured, not always the shorter one. */
  private static final int SMALLEST_LENGTH = 16;

  /** An entry that is needed for so many bits. */
  private static final class Holder {
    private final CorpusEntry entry;
    private final long cost;
    private int bits;

    Holder(CorpusEntry entry, long cost) {
      this.entry = entry;
      this.cost = cost;
    }
  }

  private final InputQueue queue;

  /** For each bit of each probe; null where no entry has it. */
  private Holder[] holders = {};

  /**
   * @param queue told which of its entries are needed
   */
  FavouredEntries(InputQueue queue) {
    this.queue = queue;
  }

  /**
   * Takes in an entry of the queue.
   *
   * @param nanos how long a run of it takes; 0 when that is not known or must not count
   * @param bits all that it has reached, as far as is known; without any the entry counts as needed
   */
  void add(CorpusEntry entry, long nanos, byte[] bits) {
    Holder holder = new Holder(entry, cost(entry, nanos));
    int known = 0;
    if (holders.length < bits.length * Byte.SIZE) {
      holders = Arrays.copyOf(holders, bits.length * Byte.SIZE);
    }
    for (int probe = 0; probe < bits.length; probe++) {
      for (int left = bits[probe] & 0xFF; left != 0; left &= left - 1) {
        known++;
        offer(holder, probe * Byte.SIZE + Integer.numberOfTrailingZeros(left));
      }
    }
    queue.setNeeded(entry, known == 0 || holder.bits > 0);
  }

  private void offer(Holder holder, int bit) {
    Holder before = holders[bit];
    if (before != null && before.cost <= holder.cost) {
      return;
    }
    holders[bit] = holder;
    holder.bits++;
    if (before != null && --before.bits == 0) {
      queue.setNeeded(before.entry, false);
    }
  }

  private long cost(CorpusEntry entry, long nanos) {
    long time = nanos > 0 ? nanos : Math.max(1, queue.usualNanos());
    return (SMALLEST_LENGTH + entry.content().length) * time;
  }
}
