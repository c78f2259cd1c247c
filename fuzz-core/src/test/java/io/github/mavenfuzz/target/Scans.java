package io.github.mavenfuzz.target;

import java.util.List;

/** The sentences of a scan, for tests. */
final class Scans {
  private Scans() {}

  static List<String> problems(TargetScan scan) {
    return scan.unusable().stream().flatMap(t -> t.reasons().stream()).toList();
  }

  static List<String> warnings(TargetScan scan) {
    return scan.warnings().stream().map(ScanWarning::sentence).toList();
  }

  /** The targets as users write them, with the types that they take. */
  static List<String> targets(TargetScan scan) {
    return scan.targets().stream().map(t -> t.id() + '(' + t.shape() + ')').toList();
  }
}
