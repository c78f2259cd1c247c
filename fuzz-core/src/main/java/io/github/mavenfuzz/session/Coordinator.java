package io.github.mavenfuzz.session;

import io.github.mavenfuzz.process.FuzzException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the campaigns of a session: gives each free worker to the campaign that the policy names,
 * passes on what workers report, and ends when all campaigns are over. All its state belongs to the
 * one thread that calls {@link #run}; workers only add events to its queue.
 */
final class Coordinator {
  private final SessionSettings settings;
  private final Policy policy;
  private final Consumer<CampaignRun> onBegin;
  private final Consumer<CampaignRun> onOver;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /** Campaigns that are not over, those that have not begun among them. */
  private final List<CampaignRun> unfinished;

  /** Null until the first worker starts. */
  private WorkerPool pool;

  /**
   * @param all in the order of their targets
   * @param onBegin opens a campaign that no worker has served yet
   * @param onOver called when all workers have left a campaign for good
   */
  Coordinator(
      SessionSettings settings,
      Policy policy,
      List<CampaignRun> all,
      Consumer<CampaignRun> onBegin,
      Consumer<CampaignRun> onOver) {
    this.settings = settings;
    this.policy = policy;
    this.unfinished = new ArrayList<>(all);
    this.onBegin = onBegin;
    this.onOver = onOver;
  }

  /** Drops the campaigns that have not begun. */
  void beginNoOther() {
    unfinished.removeIf(CampaignRun::isNew);
  }

  /**
   * Runs all campaigns, or as many as it comes to until this thread is interrupted. Workers and
   * their JVMs are gone when it returns.
   *
   * @return whether it was interrupted
   */
  public boolean run() {
    boolean interrupted = false;
    try {
      while (!unfinished.isEmpty()) {
        step();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      interrupted |= endAll();
      if (pool != null) {
        pool.close();
      }
    }
    return interrupted;
  }

  private void step() throws InterruptedException {
    giveWorkers();
    long millis = TimeUnit.NANOSECONDS.toMillis(nanosToNextDeadline()) + 1;
    Event event = events.poll(Math.max(1, millis), TimeUnit.MILLISECONDS);
    for (; event != null; event = events.poll()) {
      handle(event);
    }
    letWorkersGo();
    for (CampaignRun run : List.copyOf(unfinished)) {
      advance(run);
    }
  }

  /** Before they get further tasks of a campaign that is not to be served any more. */
  private void letWorkersGo() {
    CampaignRun chosen = policy.choose(List.copyOf(unfinished));
    unfinished.stream().filter(run -> run != chosen).forEach(CampaignRun::release);
  }

  private long nanosToNextDeadline() {
    boolean over = unfinished.stream().anyMatch(CampaignRun::isOver);
    return over
        ? 0
        : unfinished.stream().mapToLong(CampaignRun::nanosToNextDeadline).min().orElse(0);
  }

  /** Gives all free places to the campaign that is to be served. */
  private void giveWorkers() throws InterruptedException {
    CampaignRun chosen = policy.choose(List.copyOf(unfinished));
    if (chosen.isNew()) {
      onBegin.accept(chosen);
    }
    while (chosen.takesWorkers()) {
      try {
        pool = pool == null ? new WorkerPool(settings, events::add) : pool;
        WorkerPool.Place place = pool.free();
        if (place == null) {
          return;
        }
        chosen.add(pool.start(place, chosen.campaign()));
      } catch (FuzzException e) {
        chosen.fail(e);
      }
    }
  }

  private void handle(Event event) {
    for (CampaignRun run : unfinished) {
      if (run.isServedBy(event.worker())) {
        guard(run, () -> run.handle(event));
      }
    }
    if (event instanceof Event.Stopped) {
      pool.stopped(event.worker());
    }
  }

  private void advance(CampaignRun run) {
    guard(run, run::advance);
    if (run.isOver()) {
      unfinished.remove(run);
      onOver.accept(run);
    }
  }

  /** A fault of the engine ends one campaign; the others are still worth running. */
  private static void guard(CampaignRun run, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException fault) {
      run.fail(fault);
    }
  }

  /**
   * Ends all campaigns that have begun, whatever is under way, and waits until their workers are
   * gone.
   *
   * @return whether this thread was interrupted meanwhile
   */
  private boolean endAll() {
    boolean interrupted = false;
    beginNoOther();
    for (Event event = events.poll(); event != null; event = events.poll()) {
      handle(event);
    }
    unfinished.forEach(CampaignRun::interrupt);
    while (!unfinished.isEmpty()) {
      List.copyOf(unfinished).forEach(this::advance);
      try {
        if (!unfinished.isEmpty()) {
          handle(events.take());
        }
      } catch (InterruptedException e) {
        interrupted = true;
        unfinished.forEach(CampaignRun::interrupt);
      }
    }
    return interrupted;
  }
}
