package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.FindingNumbers;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.classname.ClassFilter;
import io.github.mavenfuzz.corpus.InputStore;
import io.github.mavenfuzz.input.FuzzTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Fuzzes the targets of a build with one pool of workers. Belongs to the thread that runs it, which
 * is the coordinator's.
 */
public final class Session {
  private final SessionSettings settings;
  private final Function<FuzzTarget, InputStore> stores;
  private final SessionListener listener;
  private final FindingNumbers numbers;
  private final Policy policy;
  private final List<TargetResult> results = new ArrayList<>();
  private Coordinator coordinator;

  /**
   * @param stores where the inputs of a target are; asked when its campaign begins
   * @param numbers of the build's findings
   */
  public Session(
      SessionSettings settings,
      Function<FuzzTarget, InputStore> stores,
      SessionListener listener,
      FindingNumbers numbers) {
    this(settings, stores, listener, numbers, Policy.ONE_AFTER_THE_OTHER);
  }

  Session(
      SessionSettings settings,
      Function<FuzzTarget, InputStore> stores,
      SessionListener listener,
      FindingNumbers numbers,
      Policy policy) {
    this.settings = settings;
    this.stores = stores;
    this.listener = listener;
    this.numbers = numbers;
    this.policy = policy;
  }

  /**
   * Fuzzes targets until the budget of each is spent, or until one has as many findings as the
   * limits allow, or until this thread is interrupted; then the thread is still marked as
   * interrupted. A target that cannot be run keeps no other from being run.
   *
   * @return the results of the targets that have begun, in the order in which they ended
   */
  public List<TargetResult> run(List<FuzzTarget> targets) {
    warnOfIncludes();
    List<CampaignRun> runs =
        targets.stream().map(target -> new CampaignRun(target, settings)).toList();
    coordinator = new Coordinator(settings, policy, runs, this::begin, this::end);
    if (coordinator.run()) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(results);
  }

  private void warnOfIncludes() {
    for (String include : settings.workers().guiding().includes()) {
      String owner = ClassFilter.uselessBecauseOf(include);
      if (owner != null) {
        listener.warning(
            "The include %s names classes of %s, which never guide; leave it out."
                .formatted(include, owner));
      }
    }
  }

  private void begin(CampaignRun run) {
    run.open(stores, listener.begin(run.target(), run::statistics), numbers);
  }

  private void end(CampaignRun run) {
    TargetResult result = run.end();
    results.add(result);
    listener.ended(result, run.isInterrupted());
    if (settings.run().limits().maxFindings() > 0 && !result.failing().isEmpty()) {
      coordinator.beginNoOther();
    }
  }
}
