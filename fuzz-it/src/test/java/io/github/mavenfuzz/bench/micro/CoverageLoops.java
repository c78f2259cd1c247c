package io.github.mavenfuzz.bench.micro;

import io.github.mavenfuzz.coverage.Counters;
import io.github.mavenfuzz.coverage.CoverageBits;
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

  @Setup
  public void hit() {
    mask = new byte[used + 4096];
    bits = new byte[mask.length];
    hits = new SparseHits(used);
    Arrays.fill(Counters.HITS, (byte) 1);
    CoverageBits.snapshot(Counters.HITS, mask, used);
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
  public boolean runAndFillAndHasNew() {
    Arrays.fill(Counters.HITS, 0, used, (byte) 0);
    hits.run();
    return CoverageBits.hasNew(Counters.HITS, mask, used);
  }

  @Benchmark
  public boolean hasNew() {
    return CoverageBits.hasNew(Counters.HITS, mask, used);
  }

  @Benchmark
  public void snapshot() {
    CoverageBits.snapshot(Counters.HITS, bits, used);
  }
}
