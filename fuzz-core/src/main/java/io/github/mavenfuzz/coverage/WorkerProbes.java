package io.github.mavenfuzz.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * Translates between the probe numbers of one worker JVM and those of the run. Lives in the
 * coordinator, as long as that worker JVM.
 */
public final class WorkerProbes {
  private record Range(int local, int global, int count) {}

  private final ProbeTable table;
  private final List<Range> ranges = new ArrayList<>();
  private int used;

  public WorkerProbes(ProbeTable table) {
    this.table = table;
  }

  /** Takes in classes that the worker JVM has announced. */
  public void add(List<ClassProbes> classes) {
    for (ClassProbes probes : classes) {
      ranges.add(new Range(probes.first(), table.firstProbe(probes), probes.count()));
      used = Math.max(used, probes.first() + probes.count());
    }
  }

  /** How many probes the worker JVM has announced. */
  public int used() {
    return used;
  }

  /** The coverage reached by the whole run, for the worker: {@link #used()} probes. */
  public byte[] localMask() {
    return toLocal(table.mask());
  }

  /**
   * @param bits in the run's numbering; may be shorter than the table
   */
  public byte[] toLocal(byte[] bits) {
    byte[] local = new byte[used];
    for (Range range : ranges) {
      int count = Math.min(range.count, bits.length - range.global);
      if (count > 0) {
        System.arraycopy(bits, range.global, local, range.local, count);
      }
    }
    return local;
  }

  /**
   * @param bits in the worker's numbering, of announced probes only
   */
  public byte[] toGlobal(SparseBits bits) {
    byte[] global = new byte[table.total()];
    for (int i = 0; i < bits.probes().size(); i++) {
      int probe = bits.probes().get(i);
      Range range = rangeOf(probe);
      if (range != null) {
        global[range.global + probe - range.local] |= bits.bits()[i];
      }
    }
    return global;
  }

  private Range rangeOf(int probe) {
    for (Range range : ranges) {
      if (probe >= range.local && probe - range.local < range.count) {
        return range;
      }
    }
    return null;
  }

  /**
   * @param bits in the worker's numbering, of announced probes only
   */
  public byte[] toGlobal(byte[] bits) {
    byte[] global = new byte[table.total()];
    for (Range range : ranges) {
      int count = Math.min(range.count, bits.length - range.local);
      if (count > 0) {
        System.arraycopy(bits, range.local, global, range.global, count);
      }
    }
    return global;
  }
}
