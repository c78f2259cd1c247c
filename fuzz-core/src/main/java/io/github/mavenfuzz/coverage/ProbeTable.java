package io.github.mavenfuzz.coverage;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives every probe of a run one number, whichever worker JVM it was loaded in and in whichever
 * order: a class is known by its name and the CRC of its bytes. Lives in the coordinator, for one
 * target's run, together with the coverage that all workers have reached.
 */
public final class ProbeTable {
  /**
   * More than there are of any class that people write; worker JVMs come to other versions than
   * each other of what is made at run time.
   */
  private static final int MAX_VERSIONS = 64;

  private final Map<String, ClassVersions> classes = new LinkedHashMap<>();
  private byte[] mask = new byte[1024];
  private int total;
  private int covered;
  private int features;

  /** The number of the first probe of a class, which gets numbers if it is new. */
  int firstProbe(ClassProbes probes) {
    ClassVersions versions =
        classes.computeIfAbsent(probes.className(), name -> new ClassVersions(MAX_VERSIONS));
    ClassProbes known = versions.find(probes.crc(), probes.count());
    if (known == null) {
      int count = versions.room(probes.count());
      known = new ClassProbes(probes.className(), probes.crc(), total, count);
      versions.add(known);
      total += count;
      if (total > mask.length) {
        mask = Arrays.copyOf(mask, Math.max(total, mask.length * 2));
      }
    }
    return known.first();
  }

  /** Whether a probe was hit of any class but one and those nested in it. */
  public boolean hasCoverageBeyond(String className) {
    for (Map.Entry<String, ClassVersions> entry : classes.entrySet()) {
      String name = entry.getKey();
      boolean own = name.equals(className) || name.startsWith(className + '$');
      if (!own && entry.getValue().anyMatch(this::isCovered)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCovered(ClassProbes probes) {
    for (int i = probes.first(); i < probes.first() + probes.count(); i++) {
      if (mask[i] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Probes of all classes that any worker JVM has loaded. */
  public int total() {
    return total;
  }

  /** Probes hit at least once. */
  public int covered() {
    return covered;
  }

  /** Bits seen so far: for each probe hit, the different magnitudes of its hits in a run. */
  public int features() {
    return features;
  }

  /** All bits seen so far, in this table's numbering; longer than {@link #total()}. */
  byte[] mask() {
    return mask;
  }

  /** The bits that no run before has reached, or null when there are none. */
  public byte[] newBits(byte[] bits) {
    byte[] fresh = null;
    for (int i = 0; i < bits.length; i++) {
      int bit = bits[i] & ~mask[i];
      if (bit != 0) {
        fresh = fresh == null ? new byte[bits.length] : fresh;
        fresh[i] = (byte) bit;
      }
    }
    return fresh;
  }

  /** Adds a run's bits to the coverage reached. */
  public void merge(byte[] bits) {
    for (int i = 0; i < bits.length; i++) {
      if (bits[i] != 0) {
        covered += mask[i] == 0 ? 1 : 0;
        features += Integer.bitCount(bits[i] & ~mask[i] & 0xFF);
        mask[i] |= bits[i];
      }
    }
  }
}
