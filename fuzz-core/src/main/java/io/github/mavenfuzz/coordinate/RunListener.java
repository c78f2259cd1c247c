package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.finding.Finding;

/** Hears of a run while it goes on; called on the coordinator's thread, and should not block it. */
public interface RunListener {
  /** Called about every three seconds. */
  void progress(RunStatistics statistics);

  /** Called once a finding, as soon as its crasher is written. */
  void found(Finding finding);

  /** Something that the user should know and that ends nothing, as one sentence. */
  void warning(String message);
}
