package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.Budget;
import io.github.mavenfuzz.campaign.FindingLog;
import io.github.mavenfuzz.campaign.GuidanceCheck;
import io.github.mavenfuzz.campaign.ResultHandler;
import io.github.mavenfuzz.campaign.RunCorpus;
import io.github.mavenfuzz.campaign.RunListener;
import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.campaign.Task;
import io.github.mavenfuzz.campaign.TaskPlanner;
import io.github.mavenfuzz.classname.ClassFilter;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.corpus.InputStore;
import io.github.mavenfuzz.coverage.ProbeTable;
import io.github.mavenfuzz.coverage.WorkerProbes;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.PrivateDirectory;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs one target: gives tasks to its workers, takes in what they report, and ends when the budget
 * does. All its state belongs to the one thread that calls {@link #run}; workers only add events to
 * its queue.
 */
public final class Coordinator {
  private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** How long past the budget a slice may take to end by itself. */
  private static final long SLICE_GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private enum Phase {
    RUNNING,
    /** The budget is over; only failures are still looked into. */
    FINISHING,
    STOPPING
  }

  private final FuzzTarget target;
  private final RunSettings settings;
  private final WorkerSetup setup;
  private final RunListener listener;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final ProbeTable probes = new ProbeTable();
  private final Map<Worker, WorkerProbes> workers = new LinkedHashMap<>();
  private final Map<Worker, Task> busy = new LinkedHashMap<>();
  private final Set<Worker> idle = new LinkedHashSet<>();

  private final WorkerNews news;

  private final GuidanceCheck guidance;
  private final Budget budget;
  private final Grace grace;
  private final RunCorpus corpus;
  private final FindingLog findings;
  private final TaskPlanner planner;
  private final ResultHandler results;

  private Phase phase = Phase.RUNNING;
  private long finishingSince;
  private long lastProgress = System.nanoTime();
  private int uninstrumented;
  private long peakMemory;
  private long refusedRuns;
  private String lastRefusal;
  private boolean initialised;
  private boolean interrupted;

  /**
   * Reads the target's seeds and corpus, or as many as it comes to until this thread is
   * interrupted.
   *
   * @throws CorpusException when they cannot be read
   */
  public Coordinator(
      FuzzTarget target, SessionSettings settings, InputStore store, RunListener listener)
      throws CorpusException {
    this.target = target;
    this.settings = settings.run();
    this.setup = settings.workers();
    this.listener = listener;
    this.news = new WorkerNews(listener);
    this.guidance =
        new GuidanceCheck(target.className(), probes, !setup.guiding().includes().isEmpty());
    this.budget =
        new Budget(this.settings.limits().duration(), this.settings.limits().executions());
    this.grace = new Grace(setup.timeout(), System::nanoTime);
    this.corpus = new RunCorpus(target, store, this.settings.mutation().maxLength(), listener);
    this.findings = new FindingLog(target, store, listener);
    this.planner = new TaskPlanner(this.settings, budget, corpus.entries());
    this.results =
        new ResultHandler(
            probes, corpus, findings, planner, () -> workers.keySet().forEach(Worker::renew));
  }

  /**
   * Runs the target to the end of its budget, which begins when the first worker is ready, or until
   * this thread is interrupted.
   *
   * @return what was found; after an interruption what was found until then, and the thread is
   *     still marked as interrupted
   * @throws FuzzException when no worker could be prepared
   */
  public TargetResult run() throws FuzzException {
    try (PrivateDirectory directory = new PrivateDirectory()) {
      warnOfIncludes();
      try {
        startWorkers(directory);
        coordinate();
      } catch (InterruptedException | ClosedByInterruptException e) {
        interrupted = true;
      } finally {
        try {
          giveUpRest();
        } finally {
          endWorkers();
        }
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (IOException e) {
      throw new FuzzException("No worker can be prepared: " + e + ".", e);
    }
    RunStatistics statistics = statistics();
    if (statistics.isMostlyRefused()) {
      listener.warning(
          ("%d of %d runs of %s did not reach the target, because a record that it takes"
                  + " refused its values (%s); loosen the constructor, or let the target take what"
                  + " the record consists of.")
              .formatted(statistics.refusedRuns(), statistics.runs(), target.id(), lastRefusal));
    }
    warnOfGuidance(statistics);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new TargetResult(
        target.name(),
        statistics,
        findings.findings(),
        findings.suspects(),
        news.error(),
        news.skipped());
  }

  private void warnOfIncludes() {
    for (String include : setup.guiding().includes()) {
      String owner = ClassFilter.uselessBecauseOf(include);
      if (owner != null) {
        listener.warning(
            "The include %s names classes of %s, which never guide; leave it out."
                .formatted(include, owner));
      }
    }
  }

  private void warnOfGuidance(RunStatistics statistics) {
    String warning = settings.limits().corpusOnly() ? null : guidance.warning(statistics);
    if (warning != null && !interrupted && !news.isLast()) {
      listener.warning(warning);
    }
  }

  private void startWorkers(PrivateDirectory directory) throws IOException {
    var bootJar = directory.provideBootJar();
    for (int i = 0; i < settings.workers(); i++) {
      startWorker(Worker.Role.FUZZ, files(directory, "worker-" + i, bootJar));
    }
    startWorker(Worker.Role.CONFIRM, files(directory, "confirm", bootJar));
  }

  private WorkerFiles files(PrivateDirectory directory, String name, Path bootJar) {
    return new WorkerFiles(
        directory,
        name,
        bootJar,
        target,
        corpus.maxLength(),
        settings.mutation().dictionary(),
        corpus.valueCapacity());
  }

  private void startWorker(Worker.Role role, WorkerFiles files) {
    Worker worker = new Worker(role, setup, settings.seed(), files, events::add);
    Thread thread = new Thread(worker, "fuzz-" + files.name());
    thread.setDaemon(true);
    thread.start();
    workers.put(worker, new WorkerProbes(probes));
  }

  private void coordinate() throws InterruptedException {
    while (phase != Phase.STOPPING) {
      Event event = events.poll(millisToNextDeadline(), TimeUnit.MILLISECONDS);
      if (event != null) {
        handle(event);
      }
      reportInitialised();
      advancePhase();
      dispatch();
      corpus.write();
      reportProgress();
    }
  }

  /**
   * However the run ends, no input that it has found is lost, nor is one called a finding that has
   * not been confirmed: whoever interrupts the run may have made the target fail, by a signal that
   * began the end of the worker JVM.
   */
  private void giveUpRest() {
    for (Event event = events.poll(); event != null; event = events.poll()) {
      handle(event);
    }
    planner.drain().forEach(results::giveUp);
    busy.values().forEach(results::giveUp);
    corpus.write();
  }

  private long millisToNextDeadline() {
    long now = System.nanoTime();
    long nanos = lastProgress + PROGRESS_NANOS - now;
    if (phase == Phase.RUNNING) {
      nanos = Math.min(nanos, budget.remaining().toNanos());
    } else {
      long end = finishingSince + (hasFailureWork() ? failureGraceNanos() : SLICE_GRACE_NANOS);
      nanos = Math.min(nanos, end - now);
    }
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
  }

  /** Where the clock must not decide, only the end of the duration cuts a minimisation short. */
  private long failureGraceNanos() {
    long nanos = grace.inAll().toNanos();
    return settings.isDeterministic() ? Math.max(nanos, budget.remaining().toNanos()) : nanos;
  }

  private void handle(Event event) {
    Worker worker = event.worker();
    if (event instanceof Event.Started started) {
      workers.put(worker, new WorkerProbes(probes));
      announce(worker, started.instrumented());
    } else if (event instanceof Event.Ready) {
      if (worker.role() == Worker.Role.FUZZ && budget.begin()) {
        lastProgress = System.nanoTime();
        grace.started();
      }
      idle.add(worker);
    } else if (event instanceof Event.Done done) {
      busy.remove(worker);
      announce(worker, done.result().instrumented());
      planner.done(done.task(), done.result().runs());
      count(done.result().refusals());
      results.handle(done.task(), done.result(), workers.get(worker));
    } else if (event instanceof Event.NotRun notRun) {
      busy.remove(worker);
      planner.done(notRun.task(), 0);
      planner.repeat(notRun.task());
    } else if (event instanceof Event.Failed failed) {
      news.fail(failed.error());
    } else if (event instanceof Event.Warning warning) {
      news.warn(warning.message());
    } else if (event instanceof Event.Note note) {
      news.note(note.message());
    } else if (event instanceof Event.Waiting) {
      listener.warning("A killed worker JVM has not ended yet; waiting for it.");
    } else if (event instanceof Event.Stopped stopped) {
      workers.remove(worker);
      busy.remove(worker);
      budget.addRuns(stopped.runs());
    }
  }

  private void count(Refusals refusals) {
    if (refusals != null) {
      refusedRuns += refusals.runs();
      lastRefusal = refusals.reason();
    }
  }

  private void announce(Worker worker, Instrumented instrumented) {
    if (instrumented != null) {
      workers.get(worker).add(instrumented.classes());
      guidance.add(instrumented);
      uninstrumented = Math.max(uninstrumented, instrumented.uninstrumented());
    }
  }

  private void advancePhase() {
    boolean enough = isEnough();
    if (phase == Phase.RUNNING && (isDone() || enough || news.isLast())) {
      phase = Phase.FINISHING;
      finishingSince = System.nanoTime();
    }
    if (phase == Phase.FINISHING) {
      long waited = System.nanoTime() - finishingSince;
      boolean calm = !hasFailureWork() && (busy.isEmpty() || waited > SLICE_GRACE_NANOS);
      if (calm || enough || news.isLast() || waited > failureGraceNanos() || isDeserted()) {
        phase = Phase.STOPPING;
      }
    }
  }

  private boolean isDeserted() {
    return workers.keySet().stream().noneMatch(w -> w.role() == Worker.Role.FUZZ);
  }

  private boolean isDone() {
    return budget.isOver() || settings.limits().corpusOnly() && planner.isWarmedUp();
  }

  private boolean isEnough() {
    int enough = settings.limits().maxFindings();
    return enough > 0 && findings.count(settings.limits().ignored()) >= enough;
  }

  private boolean hasFailureWork() {
    return planner.hasFailureTasks() || busy.values().stream().anyMatch(Task::isAboutFailure);
  }

  private void dispatch() {
    for (Worker worker : List.copyOf(idle)) {
      Task task = nextTask(worker.role());
      if (task == null) {
        continue;
      }
      idle.remove(worker);
      busy.put(worker, task);
      worker.assign(task, coverageFor(task, workers.get(worker)), findings.knownCauses());
    }
  }

  /** Returns null when there is nothing to do for a worker of that role. */
  private Task nextTask(Worker.Role role) {
    if (phase == Phase.STOPPING) {
      return null;
    }
    if (role == Worker.Role.CONFIRM) {
      return planner.nextConfirmation();
    }
    Task.Minimize failure = planner.nextFailure();
    if (failure != null) {
      return failure.within(budget.remaining().plus(grace.toMinimize()).toMillis());
    }
    if (phase != Phase.RUNNING) {
      // Now that nothing is to be lost, every worker's JVM may be replaced for it.
      return planner.nextConfirmation();
    }
    if (settings.isDeterministic() && hasFailureWork()) {
      return null;
    }
    if (planner.needsEntries()) {
      corpus.entries().forEach(planner::add);
    }
    return planner.next();
  }

  private static byte[] coverageFor(Task task, WorkerProbes worker) {
    if (task instanceof Task.Fuzz) {
      return worker.localMask();
    }
    if (task instanceof Task.Minimize minimize && minimize.keep() != null) {
      return worker.toLocal(minimize.keep());
    }
    return new byte[0];
  }

  private void reportInitialised() {
    if (!initialised && planner.isWarmedUp()) {
      initialised = true;
      listener.initialised();
    }
  }

  private void reportProgress() {
    if (System.nanoTime() - lastProgress >= PROGRESS_NANOS) {
      lastProgress = System.nanoTime();
      listener.progress(statistics());
    }
  }

  /** Ends all workers and waits until they are gone. */
  private void endWorkers() {
    workers.keySet().forEach(interrupted ? Worker::stopNow : Worker::end);
    while (!workers.isEmpty()) {
      try {
        Event event = events.take();
        if (event instanceof Event.Ready) {
          event.worker().stop();
        } else if (event instanceof Event.Done done) {
          planner.done(done.task(), done.result().runs());
        } else if (event instanceof Event.Stopped
            || event instanceof Event.Waiting
            || event instanceof Event.Warning) {
          handle(event);
        }
      } catch (InterruptedException e) {
        interrupted = true;
        workers.keySet().forEach(Worker::stopNow);
      }
    }
  }

  /** The state of the run at this moment; for the thread that runs it. */
  public RunStatistics statistics() {
    workers.keySet().forEach(w -> peakMemory = Math.max(peakMemory, w.memory()));
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
}
