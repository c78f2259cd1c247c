package io.github.mavenfuzz.bench.micro;

import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.coverage.CoverageBits;
import io.github.mavenfuzz.coverage.HitBlocks;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What each run costs for its coverage, by how many probes are loaded; a run hits nothing new. */
@State(Scope.Thread)
public class CoverageLoops {
  @Param({"100", "2000", "20000", "100000"})
  public int used;

  private byte[] mask;
  private byte[] bits;
  private SparseHits hits;
  private HitBlocks blocks;

  @Setup
  public void hit() {
    mask = new byte[HitBlocks.roundUp(used)];
    bits = new byte[mask.length];
    blocks = new HitBlocks(Counters.HITS);
    hits = new SparseHits(used);
    Arrays.fill(mask, (byte) -1);
    Arrays.fill(Counters.HITS, (byte) 0);
    hits.run();
  }

  /** What is in all the others, too. */
  @Benchmark
  public void runAlone() {
    hits.run();
  }

  @Benchmark
  public void runAndFill() {
    Arrays.fill(Counters.HITS, 0, used, (byte) 0);
    hits.run();
  }

  @Benchmark
  public boolean runAndFindAndHasNewAndClear() {
    hits.run();
    blocks.find(used);
    boolean fresh = blocks.hasNew(mask);
    blocks.clear();
    return fresh;
  }

  @Benchmark
  public void findAlone() {
    blocks.find(used);
  }

  @Benchmark
  public void snapshotAlone() {
    CoverageBits.snapshot(Counters.HITS, bits, used);
  }
}
