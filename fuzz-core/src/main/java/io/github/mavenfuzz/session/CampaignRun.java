package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.Campaign;
import io.github.mavenfuzz.campaign.CampaignListener;
import io.github.mavenfuzz.campaign.FindingNumbers;
import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.campaign.Task;
import io.github.mavenfuzz.campaign.WorkerNews;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.corpus.InputStore;
import io.github.mavenfuzz.coverage.WorkerProbes;
import io.github.mavenfuzz.input.FuzzTarget;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * How far the work on one campaign has come, and the workers that serve it: gives them tasks, takes
 * in what they report, and lets them go when the budget is spent. Belongs to the coordinator's
 * thread.
 */
final class CampaignRun {
  private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** How long past the budget a slice may take to end by itself. */
  private static final long SLICE_GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Failures get one of so many parts of the workers' time. */
  private static final int FAILURE_PARTS = 3;

  /** Tracing takes one of so many parts of the time, in a JVM of its own. */
  private static final int TRACE_PARTS = 7;

  private enum Phase {
    /** Not opened yet. */
    NEW,
    RUNNING,
    /** The budget is over; only failures are still looked into. */
    FINISHING,
    /** Nothing is begun any more; the workers leave. */
    LEAVING
  }

  private final FuzzTarget target;
  private final SessionSettings session;
  private final RunSettings settings;
  private final Map<Worker, WorkerProbes> workers = new LinkedHashMap<>();
  private final Map<Worker, Task> busy = new LinkedHashMap<>();
  private final Set<Worker> idle = new LinkedHashSet<>();

  /** Null until the campaign is opened, and when it cannot be. */
  private Campaign campaign;

  /** Null until the campaign is opened. */
  private EndDeadline grace;

  private final TimeShare failures;
  private final TimeShare traces;

  /** Whether the worker that traces has given up. */
  private boolean cannotTrace;

  private Phase phase = Phase.NEW;
  private long finishingSince;
  private long lastProgress = System.nanoTime();
  private boolean interrupted;

  /** A sentence that says why the campaign cannot be opened, or null. */
  private String error;

  CampaignRun(FuzzTarget target, SessionSettings session) {
    this.target = target;
    this.session = session;
    this.settings = session.run();
    this.failures = new TimeShare(settings.workers(), FAILURE_PARTS, System::nanoTime);
    this.traces = new TimeShare(1, TRACE_PARTS, System::nanoTime);
  }

  FuzzTarget target() {
    return target;
  }

  boolean isNew() {
    return phase == Phase.NEW;
  }

  /** Reads the inputs of the target; a campaign that cannot be opened is over at once. */
  void open(
      Function<FuzzTarget, InputStore> stores, CampaignListener listener, FindingNumbers numbers) {
    phase = Phase.LEAVING;
    grace = new EndDeadline(session.workers().timeout(), System::nanoTime);
    try {
      campaign = Campaign.open(target, settings, stores.apply(target), listener, numbers);
      phase = Phase.RUNNING;
    } catch (CorpusException e) {
      error = e.getMessage();
    } catch (InvalidPathException e) {
      error =
          "The locale has no file names with the characters of the target's name; run Maven in"
              + " one that has, such as with LC_ALL=C.UTF-8.";
    } catch (RuntimeException e) {
      error = WorkerNews.sentence(e);
    }
  }

  RunStatistics statistics() {
    if (campaign == null) {
      return RunStatistics.nothingRun(settings.workers());
    }
    measureMemory();
    return campaign.statistics();
  }

  private void measureMemory() {
    workers.keySet().forEach(worker -> campaign.addMemory(worker.memory()));
  }

  Campaign campaign() {
    return campaign;
  }

  /** Whether more workers may begin to serve. */
  boolean takesWorkers() {
    return phase == Phase.RUNNING;
  }

  /** Takes in a worker that has begun to serve. */
  void add(Worker worker) {
    workers.put(worker, campaign.newNumbering());
  }

  boolean isServedBy(Worker worker) {
    return workers.containsKey(worker);
  }

  /** Takes in what a worker reports that serves this campaign. */
  void handle(Event event) {
    Worker worker = event.worker();
    if (event instanceof Event.Started started) {
      workers.put(worker, campaign.newNumbering());
      campaign.announce(workers.get(worker), started.instrumented());
    } else if (event instanceof Event.Ready) {
      ready(worker);
    } else if (event instanceof Event.Done done) {
      done(done);
    } else if (event instanceof Event.NotRun notRun) {
      free(worker);
      campaign.notRun(notRun.task());
    } else if (event instanceof Event.Failed failed && worker.role() == Worker.Role.TRACE) {
      cannotTrace = true;
      campaign.warn(
          "Comparisons cannot be traced, so fuzzing goes on without hints: "
              + WorkerNews.sentence(failed.error()));
    } else if (event instanceof Event.Failed failed) {
      campaign.news().fail(failed.error());
    } else if (event instanceof Event.Warning warning) {
      campaign.news().warn(warning.message());
    } else if (event instanceof Event.Note note) {
      campaign.news().note(note.message());
    } else if (event instanceof Event.Waiting) {
      campaign.warn("A killed worker JVM has not ended yet; waiting for it.");
    } else if (event instanceof Event.Stopped stopped) {
      stopped(worker, stopped.runs());
    }
  }

  private void ready(Worker worker) {
    if (phase == Phase.LEAVING) {
      worker.stop();
      return;
    }
    if (worker.role() == Worker.Role.FUZZ && campaign.resume()) {
      lastProgress = System.nanoTime();
      grace.started();
    }
    idle.add(worker);
  }

  private void done(Event.Done done) {
    free(done.worker());
    if (phase == Phase.LEAVING) {
      campaign.doneLate(done.task(), done.result());
    } else if (campaign.done(done.task(), done.result(), workers.get(done.worker()))) {
      workers.keySet().forEach(Worker::renew);
    }
  }

  /** Takes note that a worker has ended its task, which is returned; null when it had none. */
  private Task free(Worker worker) {
    failures.end(worker);
    traces.end(worker);
    return busy.remove(worker);
  }

  private void stopped(Worker worker, long cutRuns) {
    campaign.addMemory(worker.memory());
    workers.remove(worker);
    idle.remove(worker);
    Task cut = free(worker);
    if (cut != null && phase != Phase.LEAVING) {
      campaign.notRun(cut);
    }
    campaign.addCutRuns(cutRuns);
    if (!hasFuzzingWorker()) {
      campaign.pause();
    }
  }

  /** Does what is due: after all events that there were have been handled. */
  void advance() {
    if (phase == Phase.NEW || phase == Phase.LEAVING) {
      return;
    }
    campaign.reportInitialised();
    advancePhase();
    dispatch();
    campaign.write();
    if (System.nanoTime() - lastProgress >= PROGRESS_NANOS) {
      lastProgress = System.nanoTime();
      measureMemory();
      campaign.reportProgress();
    }
  }

  /** When {@link #advance} has something to do although nothing was reported; in nanoseconds. */
  long nanosToNextDeadline() {
    long now = System.nanoTime();
    long nanos = lastProgress + PROGRESS_NANOS - now;
    if (phase == Phase.NEW || phase == Phase.LEAVING) {
      return PROGRESS_NANOS;
    }
    if (phase == Phase.RUNNING) {
      return Math.min(nanos, campaign.remaining().toNanos());
    }
    long end = finishingSince + (hasFailureWork() ? failureGraceNanos() : SLICE_GRACE_NANOS);
    return Math.min(nanos, end - now);
  }

  /** Where the clock must not decide, only the end of the duration cuts a minimisation short. */
  private long failureGraceNanos() {
    long nanos = grace.inAll(campaign.failureTasks()).toNanos();
    return settings.isDeterministic() ? Math.max(nanos, campaign.remaining().toNanos()) : nanos;
  }

  private void advancePhase() {
    boolean enough = campaign.isEnough();
    boolean cannotGoOn = campaign.news().isLast();
    if (phase == Phase.RUNNING && (campaign.isDone() || enough || cannotGoOn)) {
      phase = Phase.FINISHING;
      finishingSince = System.nanoTime();
    }
    if (phase == Phase.FINISHING) {
      long waited = System.nanoTime() - finishingSince;
      boolean idleEnough = busy.values().stream().allMatch(task -> task instanceof Task.Trace);
      boolean calm = !hasFailureWork() && (idleEnough || waited > SLICE_GRACE_NANOS);
      boolean late = waited > failureGraceNanos();
      if (calm || enough || cannotGoOn || late || !hasFuzzingWorker()) {
        leave(false);
      }
    }
  }

  private boolean hasFuzzingWorker() {
    return workers.keySet().stream().anyMatch(worker -> worker.role() == Worker.Role.FUZZ);
  }

  private boolean hasFailureWork() {
    return campaign.failureTasks() > 0 || busy.values().stream().anyMatch(Task::isAboutFailure);
  }

  private void dispatch() {
    for (Worker worker : List.copyOf(idle)) {
      Task task = nextTask(worker.role());
      if (task != null) {
        idle.remove(worker);
        busy.put(worker, task);
        if (task.isAboutFailure()) {
          failures.begin(worker);
        } else if (task instanceof Task.Trace) {
          traces.begin(worker);
        }
        byte[] coverage = Campaign.coverageFor(task, workers.get(worker));
        worker.assign(task, coverage, campaign.knownCauses());
      }
    }
  }

  /** Returns null when there is nothing to do for a worker of that role. */
  private Task nextTask(Worker.Role role) {
    if (phase == Phase.LEAVING) {
      return null;
    }
    if (role == Worker.Role.CONFIRM) {
      return failuresMayTakeTime() ? campaign.nextConfirmation() : null;
    }
    if (role == Worker.Role.TRACE) {
      boolean may = phase == Phase.RUNNING && !cannotTrace && tracesMayTakeTime();
      return may ? campaign.nextTrace() : null;
    }
    boolean mayMinimize = failuresMayTakeTime() && (isClockIdle() || failures.leavesOneFuzzing());
    Task failure = mayMinimize ? campaign.nextFailure(grace.toMinimize()) : null;
    if (failure != null) {
      return failure;
    }
    if (phase != Phase.RUNNING) {
      // Now that nothing is to be lost, every worker's JVM may be replaced for it.
      return campaign.nextConfirmation();
    }
    boolean waits = hasFailureWork() || campaign.isTracing() && !cannotTrace;
    return settings.isDeterministic() && waits ? null : campaign.nextTask();
  }

  private boolean tracesMayTakeTime() {
    return settings.isDeterministic() || traces.allows(campaign.elapsed());
  }

  private boolean failuresMayTakeTime() {
    return isClockIdle() || failures.allows(campaign.elapsed());
  }

  /** Whether no share of the time is kept: the budget is over, or the clock must not decide. */
  private boolean isClockIdle() {
    return phase != Phase.RUNNING || settings.isDeterministic();
  }

  /** Lets idle workers go to another campaign; the work on this one goes on when some come back. */
  void release() {
    if (phase == Phase.RUNNING) {
      idle.forEach(Worker::stop);
      idle.clear();
    }
  }

  /**
   * Ends the work, whatever is under way.
   *
   * @param now whether the workers are to leave at once, without an end of their targets in order
   */
  private void leave(boolean now) {
    if (phase != Phase.LEAVING) {
      phase = Phase.LEAVING;
      campaign.giveUp(List.copyOf(busy.values()));
    }
    workers.keySet().forEach(now ? Worker::stopNow : Worker::end);
  }

  /** Ends the work at once, for the session was interrupted. */
  void interrupt() {
    interrupted = true;
    leave(true);
  }

  boolean isInterrupted() {
    return interrupted;
  }

  /**
   * Ends the work, for it cannot go on.
   *
   * @param cause a {@code FuzzException}, whose message is a sentence for the user, or a fault of
   *     the engine
   */
  void fail(Exception cause) {
    campaign.news().fail(cause);
    leave(true);
  }

  /** Whether all workers have left for good. */
  boolean isOver() {
    return phase == Phase.LEAVING && workers.isEmpty();
  }

  /** What the campaign came to; warns when that says little about the target. */
  TargetResult end() {
    return campaign == null
        ? TargetResult.broken(target.name(), settings.workers(), error)
        : campaign.end(interrupted, !session.workers().guiding().includes().isEmpty());
  }
}
