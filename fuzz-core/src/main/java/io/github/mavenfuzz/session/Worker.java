package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.SkippedTargetException;
import io.github.mavenfuzz.campaign.Task;
import io.github.mavenfuzz.campaign.TaskResult;
import io.github.mavenfuzz.comm.Preparation;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.process.ExitStatus;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.JvmProcess;
import io.github.mavenfuzz.process.JvmPurpose;
import io.github.mavenfuzz.process.KilledException;
import io.github.mavenfuzz.process.StartHint;
import io.github.mavenfuzz.session.CallSender.TearDown;
import io.github.mavenfuzz.session.WorkerClient.CallSettings;
import io.github.mavenfuzz.session.WorkerClient.Gone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The coordinator's object for one worker JVM, with a thread of its own. Starts the JVM, starts it
 * anew when it has died, passes tasks on to it and says how it died. Its shared memory outlives the
 * JVM. The thread closes everything before it ends.
 */
public final class Worker implements Runnable, WorkerClient.JvmReports {
  private static final long START_TIMEOUT_MILLIS = 60_000;
  private static final long TEAR_DOWN_TIMEOUT_MILLIS = 2_000;
  private static final long RESPONSE_SLACK_MILLIS = 5_000;
  private static final int MAX_IDLE_DEATHS = 10;
  private static final int MAX_IDLE_KILLS = 100;

  /** How long the news that the run is over may take to come after the end of a JVM. */
  private static final long STOP_DELAY_MILLIS = 500;

  /** A task together with what changes from one to the next; a null task means stop. */
  private record Assignment(Task task, byte[] coverage, List<KnownCause> known) {}

  /** What a worker keeps its JVM for. */
  enum Role {
    /**
     * Has a JVM all the time, and keeps it as long as it is well. Once it has confirmed a failure,
     * for which it may be asked at the end, it has one only while it works, as {@link #CONFIRM}.
     */
    FUZZ,
    /** Confirms failures: has a JVM only while it works on one. */
    CONFIRM,
    /** Traces comparisons: has a JVM from the first task on. */
    TRACE
  }

  private final Role role;
  private final WorkerSetup setup;
  private final long seed;
  private final WorkerFiles files;
  private final Consumer<Event> events;
  private final BlockingQueue<Assignment> assignments = new LinkedBlockingQueue<>();

  private volatile JvmProcess process;
  private volatile boolean stopping;
  private final CountDownLatch stopRequested = new CountDownLatch(1);

  /** Whether the JVM is well and has nothing to do. */
  private volatile boolean waiting;

  private WorkerLink link;

  /** Of the JVM that was started last. */
  private SharedMemory memory;

  private CallSender calls;
  private WorkerClient client;

  /** What the JVM was started for that was started last. */
  private JvmPurpose purpose;

  /** Whether the JVM may have been changed by what it has run. */
  private boolean used;

  /** Whether a JVM is started only once there is something to do for it, and then for that. */
  private boolean lazy;

  private volatile boolean renewing;

  /** Calls of the target by the task that the end of the run has cut short. */
  private long cutRuns;

  private boolean loadedBefore;
  private int idleDeaths;

  /** Whether the JVM that has died during the task has said why. */
  private boolean told;

  /**
   * @param seed of all randomness
   * @param events where the worker tells what happens, on its own thread
   */
  Worker(Role role, WorkerSetup setup, long seed, WorkerFiles files, Consumer<Event> events) {
    this.role = role;
    // Nobody confirms or traces anything before others have loaded the target.
    this.loadedBefore = role != Role.FUZZ;
    this.lazy = role != Role.FUZZ;
    this.setup = setup;
    this.seed = seed;
    this.files = files;
    this.events = events;
  }

  Role role() {
    return role;
  }

  /**
   * Gives the worker something to do; only after {@link Event.Ready}.
   *
   * @param coverage in this worker's numbering: the mask for fuzzing, what to keep for minimising;
   *     of no use for a confirmation
   * @param known causes that are not worth returning for
   */
  public void assign(Task task, byte[] coverage, List<KnownCause> known) {
    waiting = false;
    assignments.add(new Assignment(task, coverage, known));
  }

  /** Replaces the JVM after the task that it works on, or else after the next. */
  void renew() {
    renewing = true;
  }

  /**
   * Ends the worker: a JVM that waits for a task may first end its target in order, one that starts
   * or works on something is stopped.
   */
  void end() {
    if (waiting) {
      stop();
    } else {
      stopNow();
    }
  }

  /** Ends the worker once it waits for a task. */
  public void stop() {
    assignments.add(new Assignment(null, null, null));
  }

  /** Ends the worker whatever it is doing; the task that it works on has no result. */
  public void stopNow() {
    stopping = true;
    stopRequested.countDown();
    JvmProcess running = process;
    if (running != null) {
      running.disconnect();
    }
    stop();
  }

  /** The memory that the worker JVM has had in use at most, in bytes; 0 when that is unknown. */
  long memory() {
    JvmProcess running = process;
    return running == null ? 0 : running.peakMemory();
  }

  @Override
  public void run() {
    try (WorkerLink opened = new WorkerLink(setup, files)) {
      link = opened;
      serve();
    } catch (Throwable e) { // an Error too: without this event the run would wait for a result
      if (!isStoppingSoon()) {
        events.accept(new Event.Failed(this, e));
      }
    } finally {
      try {
        endQuietly();
      } finally { // or the run would wait for it for ever
        events.accept(new Event.Stopped(this, cutRuns));
      }
    }
  }

  /** A signal to a whole group of processes, such as that of Ctrl+C, ends the run as well. */
  private boolean isStoppingSoon() {
    try {
      stopRequested.await(STOP_DELAY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return stopping;
  }

  private void endQuietly() {
    try {
      endProcess();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() throws FuzzException, IOException, InterruptedException {
    while (!stopping) {
      if (process == null && !lazy) {
        startOrTryAgain(JvmPurpose.FUZZ);
      }
      waiting = true;
      events.accept(new Event.Ready(this));
      Assignment assignment = assignments.take();
      if (assignment.task() == null) {
        endInOrder();
        return;
      }
      prepareFor(assignment.task());
      perform(assignment);
      if (renewing || assignment.task() instanceof Task.Confirm || isWorn()) {
        renewing = false;
        endInOrder();
      }
    }
  }

  private boolean isWorn() {
    return process != null && process.isWorn();
  }

  /** Makes sure that there is a JVM, and one for each single run. */
  private void prepareFor(Task task) throws FuzzException, IOException, InterruptedException {
    if (task.purpose().isForSingleRun()) {
      lazy = true; // the fuzzing is over
      if (used || purpose != task.purpose()) {
        endInOrder();
      }
    }
    if (process == null) {
      startOrTryAgain(task.purpose());
    }
  }

  /** A target that could be loaded once can be loaded again, if need be at another attempt. */
  private void startOrTryAgain(JvmPurpose wanted)
      throws FuzzException, IOException, InterruptedException {
    while (true) {
      try {
        purpose = wanted;
        Instrumented instrumented = startAndPing();
        used = false;
        loadedBefore = true;
        if (wanted == JvmPurpose.FUZZ) {
          events.accept(new Event.Started(this, instrumented));
        }
        return;
      } catch (FuzzException e) {
        boolean killed = e instanceof KilledException || !link.isComplete(wanted);
        boolean other = link.yieldTo(e.getMessage());
        if (other && StartHint.DEBUGGER.isIn(e.getMessage())) {
          events.accept(new Event.Warning(this, StartHint.DEBUGGER.sentence()));
        }
        if (stopping || !killed && !loadedBefore && !other || isIdleDeathTheLast(killed)) {
          throw e;
        }
        endProcess();
      }
    }
  }

  /** Returns what the new worker JVM has instrumented. */
  private Instrumented startAndPing() throws FuzzException, IOException, InterruptedException {
    JvmProcess started = link.launch(purpose);
    memory = link.memory();
    process = started;
    if (stopping) {
      // Whoever asked for that before the process was there could not end it.
      started.disconnect();
    }
    long grace = purpose.deadline(setup.timeout()).toMillis() + RESPONSE_SLACK_MILLIS;
    calls = new CallSender(started.connect(START_TIMEOUT_MILLIS), memory, grace);
    client =
        new WorkerClient(
            calls, memory, this, new CallSettings(files.target().shape(), files.maxLength(), seed));
    Response.Pong pong;
    try {
      pong = calls.ping(START_TIMEOUT_MILLIS);
    } catch (IOException e) {
      throw started.ended(
          files.target().id()
              + " cannot be run, its worker JVM ended while it loaded and prepared the class",
          e);
    }
    if (pong == null) {
      throw new FuzzException(
          files.target().id()
              + " cannot be run, loading and preparing its class took longer than a minute.");
    }
    take(pong.preparation());
    started.loaded();
    return pong.instrumented();
  }

  private void take(Preparation preparation) throws FuzzException {
    if (preparation.error() != null) {
      throw new FuzzException(preparation.error());
    }
    if (preparation.skipped() != null) {
      throw new SkippedTargetException(preparation.skipped());
    }
    for (String warning : preparation.warnings()) {
      events.accept(new Event.Warning(this, warning));
    }
    if (preparation.note() != null) {
      events.accept(new Event.Note(this, preparation.note()));
    }
  }

  /** Ends a JVM that is well and waits, if there is one; nothing the target does keeps it alive. */
  private void endInOrder() throws InterruptedException {
    if (process == null || stopping) {
      return;
    }
    TearDown tearDown = calls.tearDown(files.target().id(), TEAR_DOWN_TIMEOUT_MILLIS);
    warn(tearDown.problem());
    if (!tearDown.answered()) {
      endProcess();
      return;
    }
    JvmProcess ending = process;
    process = null;
    if (!ending.stopInOrder(() -> events.accept(new Event.Waiting(this)))) {
      warn(
          "The shutdown hooks of %s take too long, so its worker JVM was halted; what they write, or"
                  .formatted(files.target().id())
              + " an agent such as JaCoCo, may be missing.");
    }
  }

  private void warn(String problem) {
    if (problem != null && !stopping) {
      events.accept(new Event.Warning(this, problem));
    }
  }

  private void perform(Assignment assignment) throws FuzzException, InterruptedException {
    Task task = assignment.task();
    used = true;
    told = false;
    TaskResult result = client.perform(task, assignment.coverage(), assignment.known());
    boolean killed = result instanceof TaskResult.Died died && died.suspectReason() != null;
    if (killed ? isStoppingSoon() : stopping) {
      cutRuns = result.runs();
      return;
    }
    if (!(result instanceof TaskResult.Died) || result.runs() > 0 || told) {
      idleDeaths = 0;
      waiting = process != null;
      events.accept(new Event.Done(this, task, result));
    } else if (!isIdleDeathTheLast(killed)) {
      events.accept(new Event.NotRun(this, task));
    } else {
      throw new FuzzException(
          "The worker JVM for " + files.target().id() + " keeps ending while it waits.");
    }
  }

  /**
   * Counts the death of a JVM that was not running anything.
   *
   * @param killed whether somebody has ended it
   * @return whether no other JVM is to be tried
   */
  private boolean isIdleDeathTheLast(boolean killed) {
    return ++idleDeaths > (killed ? MAX_IDLE_KILLS : MAX_IDLE_DEATHS);
  }

  @Override
  public Evidence evidence(boolean ending) throws InterruptedException {
    if (!ending) {
      return Evidence.ofOutput(process.output(calls.failures()));
    }
    process.awaitEnd();
    JvmProcess ended = process;
    endProcess();
    return Evidence.ofOutput(ended.output());
  }

  @Override
  public TaskResult.Died died(Gone gone) throws FuzzException, InterruptedException {
    JvmProcess dead = process;
    if (gone.words() != null) {
      dead.awaitEnd();
    }
    ExitStatus exit = new ExitStatus(endProcess());
    if (gone.words() != null) {
      told = true;
      boolean exited = gone.words().kind() == FailureKind.EXIT;
      Failure failure = exited ? gone.words().withExitCode(exit.code()) : gone.words();
      return new TaskResult.Died(
          gone.account(),
          gone.last(),
          failure,
          null,
          Evidence.ofOutput(dead.output()),
          gone.found());
    }
    WorkerDeath death =
        new WorkerDeath(
            memory.haltReason(), gone.silent(), dead.wasStopped(), exit, dead.crashLog());
    if (death.isInternal() && !stopping) {
      throw new FuzzException(
          "The worker JVM for "
              + files.target().id()
              + " ended by a fault of the fuzzer, please report it; its output was:\n"
              + dead.output());
    }
    String suspectReason = death.suspectReason();
    Failure failure =
        suspectReason == null ? death.failure(purpose.deadline(setup.timeout())) : null;
    return new TaskResult.Died(
        gone.account(),
        gone.last(),
        failure,
        suspectReason,
        new Evidence(dead.output(), failure == null ? null : crashLog(dead, failure)),
        gone.found());
  }

  private static Path crashLog(JvmProcess dead, Failure failure) {
    return dead.keepCrashLog(failure.id());
  }

  private int endProcess() throws InterruptedException {
    JvmProcess ending = process;
    process = null;
    return ending == null ? 0 : ending.stop(() -> events.accept(new Event.Waiting(this)));
  }
}
