package io.github.mavenfuzz.session;

import java.util.List;

/**
 * Says which campaign the workers of a session serve. Asked by the coordinator whenever a worker is
 * free or idle: a worker that serves another campaign than the one named here leaves it. The answer
 * must not depend on how often it is asked.
 */
@FunctionalInterface
interface Policy {
  /** Each campaign has all workers until it is over. */
  Policy ONE_AFTER_THE_OTHER = unfinished -> unfinished.get(0);

  /**
   * @param unfinished campaigns that are not over, in the order of their targets; at least one
   * @return one of them
   */
  CampaignRun choose(List<CampaignRun> unfinished);
}
