package io.github.mavenfuzz.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The probes of one class in all its versions, each known by the CRC of its bytes. A class of which
 * there are ever new versions, as where it is made at run time or redefined again and again, has
 * probes of its own for the first of them only; later ones share those of a version that has
 * enough. Belongs to the table that has it.
 */
public final class ClassVersions {
  private final int most;
  private final List<ClassProbes> versions = new ArrayList<>(1);

  /**
   * @param most how many versions have probes of their own
   */
  public ClassVersions(int most) {
    this.most = most;
  }

  /** The probes of a version; null when it is to get new ones. */
  public ClassProbes find(long crc, int count) {
    ClassProbes shared = null;
    for (ClassProbes version : versions) {
      if (version.crc() == crc && version.count() >= count) {
        return version;
      }
      boolean fits = version.count() >= count;
      if (fits && (shared == null || version.count() < shared.count())) {
        shared = version;
      }
    }
    return versions.size() < most ? null : shared;
  }

  /** Whether a version has probes of its own. */
  public boolean has(long crc) {
    return anyMatch(version -> version.crc() == crc);
  }

  /** How many probes to give a new version: so many that few others will need more. */
  public int room(int count) {
    return versions.size() < most ? count : 2 * count;
  }

  boolean anyMatch(Predicate<ClassProbes> condition) {
    return versions.stream().anyMatch(condition);
  }

  public void add(ClassProbes version) {
    versions.add(version);
  }
}
