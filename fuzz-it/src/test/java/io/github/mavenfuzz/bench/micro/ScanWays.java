package io.github.mavenfuzz.bench.micro;

import io.github.mavenfuzz.boot.Counters;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Ways to find what a run has hit among many counters that it has not, of which {@link
 * io.github.mavenfuzz.coverage.HitBlocks} has the best; all find the same. The counters are as
 * those of {@link CoverageLoops}.
 */
@State(Scope.Thread)
public class ScanWays {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final int BLOCK = 64;

  @Param({"100", "2000", "20000", "100000"})
  public int used;

  private byte[] mask;
  private byte[] zeros;
  private int[] found;

  @Setup
  public void hit() {
    mask = new byte[used + 4096];
    Arrays.fill(mask, (byte) -1);
    zeros = new byte[BLOCK * 64];
    found = new int[mask.length / BLOCK];
    Arrays.fill(Counters.HITS, (byte) 0);
    new SparseHits(used).run();
  }

  private static long word(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  private static long round(long hits) {
    long x = hits;
    x |= (x >>> 1) & 0x7F7F7F7F7F7F7F7FL;
    x |= (x >>> 2) & 0x3F3F3F3F3F3F3F3FL;
    x |= (x >>> 4) & 0x0F0F0F0F0F0F0F0FL;
    return x - ((x >>> 1) & 0x7F7F7F7F7F7F7F7FL);
  }

  private long fresh(int at) {
    return round(word(Counters.HITS, at)) & ~word(mask, at);
  }

  private boolean isBlockNew(int at) {
    return (fresh(at)
            | fresh(at + 8)
            | fresh(at + 16)
            | fresh(at + 24)
            | fresh(at + 32)
            | fresh(at + 40)
            | fresh(at + 48)
            | fresh(at + 56))
        != 0;
  }

  private static long any(int at) {
    byte[] hits = Counters.HITS;
    return word(hits, at)
        | word(hits, at + 8)
        | word(hits, at + 16)
        | word(hits, at + 24)
        | word(hits, at + 32)
        | word(hits, at + 40)
        | word(hits, at + 48)
        | word(hits, at + 56);
  }

  @Benchmark
  public boolean bytes() {
    for (int i = 0; i < used; i++) {
      int hits = Counters.HITS[i] & 0xFF;
      if (hits != 0 && (Integer.highestOneBit(hits) & ~mask[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  @Benchmark
  public boolean words() {
    for (int i = 0; i < used; i += Long.BYTES) {
      if (word(Counters.HITS, i) != 0 && fresh(i) != 0) {
        return true;
      }
    }
    return false;
  }

  @Benchmark
  public boolean wordsWithoutBranch() {
    long fresh = 0;
    for (int i = 0; i < used; i += Long.BYTES) {
      fresh |= fresh(i);
    }
    return fresh != 0;
  }

  @Benchmark
  public boolean blocks() {
    for (int i = 0; i < used; i += BLOCK) {
      if (any(i) != 0 && isBlockNew(i)) {
        return true;
      }
    }
    return false;
  }

  /** Decides nothing while it looks for blocks, so that nothing is guessed wrong. */
  @Benchmark
  public boolean listOfBlocks() {
    int count = 0;
    for (int i = 0; i < used; i += BLOCK) {
      found[count] = i;
      count += any(i) != 0 ? 1 : 0;
    }
    for (int i = 0; i < count; i++) {
      if (isBlockNew(found[i])) {
        return true;
      }
    }
    return false;
  }

  @Benchmark
  public boolean mismatch() {
    for (int i = 0; i < used; ) {
      int end = Math.min(used, i + zeros.length);
      int at = Arrays.mismatch(Counters.HITS, i, end, zeros, 0, end - i);
      if (at < 0) {
        i = end;
      } else {
        i = (i + at) & -BLOCK;
        if (isBlockNew(i)) {
          return true;
        }
        i += BLOCK;
      }
    }
    return false;
  }

  @Benchmark
  public boolean equalsByBlocks() {
    for (int i = 0; i < used; i += 4 * BLOCK) {
      if (!Arrays.equals(Counters.HITS, i, i + 4 * BLOCK, zeros, 0, 4 * BLOCK)) {
        for (int j = i; j < i + 4 * BLOCK; j += BLOCK) {
          if (isBlockNew(j)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
