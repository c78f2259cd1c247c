package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.CampaignListener;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.input.FuzzTarget;
import java.util.function.Supplier;

/**
 * Hears of a session while it goes on; called on the coordinator's thread, and should not block it.
 */
public interface SessionListener {
  /** Called once when the session begins: something that ends nothing, as one sentence. */
  void warning(String message);

  /**
   * Called when the first worker begins with a target.
   *
   * @param statistics of the target, at any time until {@link #ended}; for the coordinator's thread
   * @return hears of that target
   */
  CampaignListener begin(FuzzTarget target, Supplier<RunStatistics> statistics);

  /**
   * Called when all workers have left a target for good.
   *
   * @param interrupted whether an interrupt of the session has cut it short
   */
  void ended(TargetResult result, boolean interrupted);
}
