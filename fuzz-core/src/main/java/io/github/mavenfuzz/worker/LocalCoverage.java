package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.agent.ProbeRegistry;
import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.coverage.CoverageBits;
import io.github.mavenfuzz.coverage.HitBlocks;
import io.github.mavenfuzz.coverage.SparseBits;
import io.github.mavenfuzz.coverage.WantedBits;
import java.util.Arrays;

/**
 * The coverage of the last runs in this worker JVM, in its own numbering; lives in the main thread.
 */
final class LocalCoverage {
  private final ProbeRegistry registry;
  private final HitBlocks blocks = new HitBlocks(Counters.HITS);

  /** Whether the blocks are known that the last run of this call has hit. */
  private boolean found;

  private byte[] mask = new byte[0];
  private byte[] bits = new byte[0];
  private byte[] again = new byte[0];

  LocalCoverage(ProbeRegistry registry) {
    this.registry = registry;
  }

  /** Takes the mask from the shared memory; probes beyond its length have not been reached. */
  void readMask(SharedMemory memory, int length) {
    found = false;
    grow();
    Arrays.fill(mask, (byte) 0);
    memory.readCoverage(mask, length);
  }

  /**
   * Sets all counters to 0, before a run. What a thread of the target has hit after {@link #hasNew}
   * looked may stay, as if it had hit that right after this.
   */
  void reset() {
    if (found) {
      blocks.clear();
      found = false;
    } else {
      Arrays.fill(Counters.HITS, 0, registry.used(), (byte) 0);
    }
  }

  /** Whether the last run reached a bit that the mask lacks. */
  boolean hasNew() {
    int used = registry.used();
    if (used > mask.length) {
      used = grow();
    }
    blocks.find(used);
    found = true;
    return blocks.hasNew(mask);
  }

  /** Keeps the last run's bits. */
  void take() {
    int used = grow();
    CoverageBits.snapshot(Counters.HITS, bits, used);
  }

  /**
   * Adds the kept bits to the mask, so that they cost no further runs in this call.
   *
   * @return all bits that the last run, of the same input, has repeated; null when none of them is
   *     new
   */
  SparseBits confirm() {
    int used = grow();
    CoverageBits.snapshot(Counters.HITS, again, used);
    CoverageBits.retain(again, bits, used);
    boolean fresh = !CoverageBits.contains(mask, again, used);
    CoverageBits.merge(mask, bits, used);
    return fresh ? SparseBits.ofBoth(bits, again, used) : null;
  }

  /** All bits that the run before the last has and the last, of the same input, has repeated. */
  SparseBits repeated() {
    int used = grow();
    CoverageBits.snapshot(Counters.HITS, again, used);
    return SparseBits.ofBoth(bits, again, used);
  }

  /** Drops the kept bits that the last run, of the same input, did not repeat. */
  void retainRepeated() {
    int used = grow();
    CoverageBits.snapshot(Counters.HITS, again, used);
    CoverageBits.retain(bits, again, used);
  }

  /** Drops the kept bits but for some. */
  void retain(WantedBits wanted) {
    wanted.retainIn(bits);
  }

  /** Keeps the last run's bits if they have all of some bits, and says whether they do. */
  boolean takeIfReached(WantedBits wanted) {
    if (!wanted.areReached(Counters.HITS)) {
      return false;
    }
    take();
    return true;
  }

  /**
   * Writes the kept bits to the shared memory.
   *
   * @return how many probes they cover
   */
  int write(SharedMemory memory) {
    int used = Math.min(registry.used(), bits.length);
    memory.writeCoverage(bits, used);
    return used;
  }

  /**
   * Makes room for all probes there are.
   *
   * @return how many; a thread of the target may load more classes at any moment
   */
  private int grow() {
    int used = registry.used();
    int needed = HitBlocks.roundUp(used);
    if (needed > mask.length) {
      int size = Math.min(Counters.CAPACITY, Math.max(4096, needed * 2));
      mask = Arrays.copyOf(mask, size);
      bits = Arrays.copyOf(bits, size);
      again = Arrays.copyOf(again, size);
    }
    return used;
  }
}
