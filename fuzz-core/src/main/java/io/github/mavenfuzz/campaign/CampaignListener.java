package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.finding.Finding;
import java.time.Duration;

/**
 * Hears of one target while a session goes on; called on the coordinator's thread, and should not
 * block it.
 */
public interface CampaignListener {
  /** Called about every three seconds. */
  void progress(RunStatistics statistics);

  /**
   * Called when nothing new was reached for a while, and again when that has lasted twice as long.
   *
   * @param quiet for how long
   */
  default void stale(Duration quiet) {}

  /** Called once, when all inputs that there were at the beginning have been run. */
  default void initialised() {}

  /** Called for every entry that is added to the corpus. */
  default void added(CorpusEntry entry) {}

  /**
   * Called for a finding as soon as its crasher is written, and again for the same crasher when
   * more is known of how it fails.
   *
   * @param number of the finding in the build, from 1 on; the same one again for the same crasher
   */
  void found(int number, Finding finding);

  /** Something that the user should know and that ends nothing, as one sentence. */
  void warning(String message);

  /** Something that the user may want to know, as one sentence. */
  default void note(String message) {}
}
