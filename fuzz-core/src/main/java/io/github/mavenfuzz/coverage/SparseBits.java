package io.github.mavenfuzz.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * Coverage bits of few of all probes.
 *
 * @param probes their numbers, in a numbering that its holder knows
 * @param bits of each of them, never 0
 */
public record SparseBits(List<Integer> probes, byte[] bits) {
  public static final SparseBits NONE = new SparseBits(List.of(), new byte[0]);

  /**
   * @throws IllegalArgumentException when there are not as many bits as probes
   */
  public SparseBits {
    if (probes.size() != bits.length) {
      throw new IllegalArgumentException(bits.length + " bits of " + probes.size() + " probes");
    }
  }

  /** What two runs of an input both have. */
  public static SparseBits ofBoth(byte[] bits, byte[] again, int length) {
    List<Integer> probes = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      if ((bits[i] & again[i]) != 0) {
        probes.add(i);
      }
    }
    byte[] both = new byte[probes.size()];
    for (int i = 0; i < both.length; i++) {
      int probe = probes.get(i);
      both[i] = (byte) (bits[probe] & again[probe]);
    }
    return new SparseBits(probes, both);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return bits.length == 0;
  }
}
