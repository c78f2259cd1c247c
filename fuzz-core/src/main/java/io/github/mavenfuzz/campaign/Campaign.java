package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.corpus.InputStore;
import io.github.mavenfuzz.coverage.ProbeTable;
import io.github.mavenfuzz.coverage.WorkerProbes;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.input.FuzzTarget;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * All that is known of one target in a session: its inputs, coverage and findings, the plan of what
 * to do next, and its budget. It has no thread and belongs to the coordinator's. Workers may leave
 * it and come back: what it knows is not bound to any worker JVM.
 */
public final class Campaign {
  private static final long LEAST_FAILURE_MILLIS = 1_000;

  private final FuzzTarget target;
  private final RunSettings settings;
  private final CampaignListener listener;
  private final ProbeTable probes = new ProbeTable();
  private final GuidanceCheck guidance;
  private final WorkerNews news;
  private final Budget budget;
  private final RunCorpus corpus;
  private final FindingLog findings;
  private final TaskPlanner planner;
  private final ResultHandler results;
  private final Plateau plateau = new Plateau();

  /** Classes that one worker JVM could not instrument; of the JVM that had most. */
  private int uninstrumented;

  /** In bytes, of the worker JVM that had most. */
  private long peakMemory;

  private long refusedRuns;

  /** Why the last of them did not reach the target; null when all runs did. */
  private String lastRefusal;

  private boolean initialised;

  /** Whether a failure that the last result has decided about did not repeat in a fresh JVM. */
  private boolean doubted;

  /**
   * Reads the target's seeds and corpus, or as many as it comes to until this thread is
   * interrupted.
   *
   * @param numbers of the build's findings
   * @throws CorpusException when they cannot be read
   */
  public static Campaign open(
      FuzzTarget target,
      RunSettings settings,
      InputStore store,
      CampaignListener listener,
      FindingNumbers numbers)
      throws CorpusException {
    RunCorpus corpus = new RunCorpus(target, store, settings.mutation().maxLength(), listener);
    FindingLog findings = new FindingLog(target, store, listener, numbers);
    return new Campaign(settings, listener, corpus, findings);
  }

  private Campaign(
      RunSettings settings, CampaignListener listener, RunCorpus corpus, FindingLog findings) {
    this.target = corpus.target();
    this.settings = settings;
    this.listener = listener;
    this.corpus = corpus;
    this.findings = findings;
    this.news = new WorkerNews(listener);
    this.guidance = new GuidanceCheck(target.className(), probes);
    this.budget = new Budget(settings.limits().duration(), settings.limits().executions());
    this.planner = new TaskPlanner(settings, budget, corpus.entries(), corpus.maxLength());
    this.results = new ResultHandler(probes, corpus, findings, planner, () -> doubted = true);
  }

  public FuzzTarget target() {
    return target;
  }

  /** The most bytes to which a mutation may grow an argument. */
  public int maxLength() {
    return corpus.maxLength();
  }

  /** Translates between the probes of a new worker JVM and those of this campaign. */
  public WorkerProbes newNumbering() {
    return new WorkerProbes(probes);
  }

  /** What workers tell of the target that concerns the user. */
  public WorkerNews news() {
    return news;
  }

  /**
   * Lets the time of the budget run.
   *
   * @return whether it has never run before
   */
  public boolean resume() {
    return budget.resume();
  }

  /** Stops the time of the budget, for no worker serves the campaign. */
  public void pause() {
    budget.pause();
  }

  /** How much time the budget has run. */
  public Duration elapsed() {
    return budget.elapsed();
  }

  /** How much time is left; negative when it is over. */
  public Duration remaining() {
    return budget.remaining();
  }

  /** Takes in what a worker JVM has instrumented since it last told; null for nothing. */
  public void announce(WorkerProbes worker, Instrumented instrumented) {
    if (instrumented != null) {
      worker.add(instrumented.classes());
      guidance.add(instrumented);
      uninstrumented = Math.max(uninstrumented, instrumented.uninstrumented());
    }
  }

  /**
   * Takes in what a worker made of a task.
   *
   * @return whether a failure did not repeat in a fresh JVM: the JVM that saw it may be spoilt by
   *     earlier runs and should be replaced
   */
  public boolean done(Task task, TaskResult result, WorkerProbes worker) {
    announce(worker, result.account().instrumented());
    planner.done(task, result.runs());
    count(result.account().refusals());
    doubted = false;
    results.handle(task, result, worker);
    plateau.update((long) probes.features() + findings.count(), budget.elapsed());
    return doubted;
  }

  private void count(Refusals refusals) {
    if (refusals != null) {
      refusedRuns += refusals.runs();
      lastRefusal = refusals.reason();
    }
  }

  /** Takes note that a task is done whose result comes too late to count. */
  public void doneLate(Task task, TaskResult result) {
    planner.done(task, result.runs());
  }

  /** Plans a task again whose worker JVM was gone before it began. */
  public void notRun(Task task) {
    planner.done(task, 0);
    planner.repeat(task);
  }

  /** Counts the runs of a task that the end has cut short. */
  public void addCutRuns(long runs) {
    budget.addRuns(runs);
  }

  /** Takes note of how much memory a worker JVM has in use, in bytes. */
  public void addMemory(long bytes) {
    peakMemory = Math.max(peakMemory, bytes);
  }

  /**
   * Ends all work that is planned or under way. No input that was found is lost, nor is one called
   * a finding that was not confirmed.
   */
  public void giveUp(Collection<Task> underWay) {
    planner.drain().forEach(results::giveUp);
    underWay.forEach(results::giveUp);
    corpus.write();
  }

  /**
   * Whether the budget is spent, nothing new has come for as long as the user waits, or nothing but
   * the inputs that there were is wanted.
   */
  public boolean isDone() {
    return budget.isOver() || isStale() || settings.limits().corpusOnly() && planner.isWarmedUp();
  }

  private boolean isStale() {
    Duration stale = settings.limits().stale();
    return stale != null && plateau.length(budget.elapsed()).compareTo(stale) >= 0;
  }

  /** Whether there are as many findings as the limits allow. */
  public boolean isEnough() {
    int enough = settings.limits().maxFindings();
    return enough > 0 && findings.count(settings.limits().ignored()) >= enough;
  }

  /** How many failures wait to be looked into. */
  public int failureTasks() {
    return planner.failureTasks();
  }

  /** The next failure to confirm, or null. */
  public Task nextConfirmation() {
    return planner.nextConfirmation();
  }

  /**
   * The next failure to make smaller, or null.
   *
   * @param grace how long past the budget that may take
   */
  public Task nextFailure(Duration grace) {
    Task.Minimize failure = planner.nextFailure();
    long millis = budget.remaining().plus(grace).toMillis();
    return failure == null ? null : failure.within(Math.min(millis, mostMillisForAFailure()));
  }

  /** A tenth of the budget, but enough for most inputs. */
  private long mostMillisForAFailure() {
    return Math.max(LEAST_FAILURE_MILLIS, settings.limits().duration().toMillis() / 10);
  }

  /** Entries to be traced, or null. */
  public Task nextTrace() {
    return planner.nextTrace();
  }

  /** Whether entries have still to be traced, or are being. */
  public boolean isTracing() {
    return planner.isTracing();
  }

  /** What else is to do, or null when there is nothing until a running task is done. */
  public Task nextTask() {
    if (planner.needsEntries()) {
      corpus.entries().forEach(planner::add);
    }
    return planner.next();
  }

  /** The coverage that goes with a task, in a worker's numbering. */
  public static byte[] coverageFor(Task task, WorkerProbes worker) {
    if (task instanceof Task.Fuzz) {
      return worker.localMask();
    }
    if (task instanceof Task.Minimize minimize && minimize.keep() != null) {
      return worker.toLocal(minimize.keep());
    }
    return new byte[0];
  }

  /** The causes of failures that are not worth returning for. */
  public List<KnownCause> knownCauses() {
    return findings.knownCauses();
  }

  /** Writes new corpus entries to their files. */
  public void write() {
    corpus.write();
  }

  /** Tells the listener once when all inputs that there were at the beginning have been run. */
  public void reportInitialised() {
    if (!initialised && planner.isWarmedUp()) {
      initialised = true;
      listener.initialised();
    }
  }

  public void reportProgress() {
    listener.progress(statistics());
    Duration quiet = plateau.news(budget.elapsed());
    if (quiet != null) {
      listener.stale(quiet);
    }
  }

  public void warn(String message) {
    listener.warning(message);
  }

  /** The state of the campaign at this moment. */
  public RunStatistics statistics() {
    return new RunStatistics(
        budget.elapsed(),
        budget.runs(),
        refusedRuns,
        settings.workers(),
        probes.covered(),
        probes.total(),
        probes.features(),
        corpus.size(),
        corpus.bytes(),
        corpus.newEntries(),
        findings.count(),
        uninstrumented,
        peakMemory);
  }

  /**
   * What the campaign came to; warns when it says little about the target.
   *
   * @param interrupted whether it could not come to its end
   * @param hasIncludes whether some classes are included, and others thus are not
   */
  public TargetResult end(boolean interrupted, boolean hasIncludes) {
    RunStatistics statistics = statistics();
    if (statistics.isMostlyRefused()) {
      listener.warning(
          ("%d of %d runs of %s did not reach the target, because a record that it takes"
                  + " refused its values (%s); loosen the constructor, or let the target take what"
                  + " the record consists of.")
              .formatted(statistics.refusedRuns(), statistics.runs(), target.id(), lastRefusal));
    }
    boolean guided = settings.limits().corpusOnly() || interrupted || news.isLast();
    String warning = guided ? null : guidance.warning(statistics, hasIncludes);
    if (warning != null) {
      listener.warning(warning);
    }
    return new TargetResult(
        target.name(),
        statistics,
        findings.findings(),
        findings.suspects(),
        news.error(),
        news.skipped());
  }
}
