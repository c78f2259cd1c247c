package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.Task;
import io.github.mavenfuzz.campaign.TaskResult;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.coverage.ProbeTable;
import io.github.mavenfuzz.coverage.WorkerProbes;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.PrivateDirectory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs single inputs of one target, one at a time, in a worker JVM like those that fuzz; the JVM is
 * replaced when an input ends it. Belongs to the thread that made it, which closes it.
 */
public final class InputRunner implements AutoCloseable {
  /**
   * How one input ran.
   *
   * @param failure null when it passed
   * @param evidence what the worker JVM left behind when it failed
   * @param suspectReason why the worker JVM was gone although the input is not to blame, or null
   * @param note a sentence about a pass that says less than others, or null
   * @param input the file form of the input that ran last
   */
  public record Outcome(
      Failure failure, Evidence evidence, String suspectReason, String note, byte[] input) {

    private boolean passes() {
      return failure == null && suspectReason == null;
    }

    private Outcome withNote(String text) {
      return new Outcome(failure, evidence, suspectReason, text, input);
    }
  }

  /**
   * How much some inputs have reached together.
   *
   * @param probes hit at least once
   * @param bits for each of them, the magnitudes of its hits
   */
  public record Coverage(int probes, int bits) {}

  private final PrivateDirectory directory;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final ProbeTable probes = new ProbeTable();
  private final Worker worker;
  private final Thread thread;
  private WorkerProbes workerProbes = new WorkerProbes(probes);
  private boolean ready;
  private long runs;
  private long peakMemory;

  /**
   * @throws FuzzException when no worker can be prepared
   * @throws InterruptedException when this thread is interrupted meanwhile
   */
  public InputRunner(FuzzTarget target, WorkerSetup setup)
      throws FuzzException, InterruptedException {
    this(target, setup, new PrivateDirectory());
  }

  /**
   * @param directory of this runner only, which closes it, also when it throws
   */
  InputRunner(FuzzTarget target, WorkerSetup setup, PrivateDirectory directory)
      throws FuzzException, InterruptedException {
    this.directory = directory;
    boolean started = false;
    try {
      // Nothing is mutated, so that nothing grows.
      WorkerFiles files = WorkerFiles.prepare(directory, "worker-0", target, 0);
      worker = new Worker(Worker.Role.FUZZ, setup, 0, files, events::add);
      thread = new Thread(worker, "fuzz-runner");
      thread.setDaemon(true);
      thread.start();
      started = true;
    } finally {
      if (!started) {
        directory.close();
      }
    }
  }

  /**
   * Runs an input once. If it fails where others have run before, it is run again in a JVM of its
   * own, and what it does there counts.
   *
   * @throws FuzzException when the target cannot be run
   */
  public Outcome run(CorpusEntry entry) throws FuzzException, InterruptedException {
    boolean first = runs == 0;
    TaskResult result = perform(new Task.Replay(entry));
    if (first || result.failed() == null) {
      return outcome(result);
    }
    Task.Confirm confirmation = new Task.Confirm(entry, result.failed().failure());
    Outcome alone = outcome(perform(confirmation));
    if (alone.passes() && !confirmation.hasProbes()) {
      alone = outcome(perform(confirmation.withProbes()));
    }
    return alone.passes() && alone.note() == null
        ? alone.withNote("It failed after others had run, but not in a JVM of its own.")
        : alone;
  }

  /**
   * Runs an input twice and adds the coverage of both runs to {@link #coverage()}.
   *
   * @throws FuzzException when the target cannot be run
   */
  public Outcome measure(CorpusEntry entry) throws FuzzException, InterruptedException {
    TaskResult result = perform(new Task.WarmUp(List.of(entry), 2));
    if (result instanceof TaskResult.WarmedUp warmedUp && warmedUp.passed().size() == 1) {
      probes.merge(workerProbes.toGlobal(warmedUp.passed().get(0).bits()));
    }
    return outcome(result);
  }

  /**
   * Makes an input smaller as long as it fails for the same cause.
   *
   * @param limit when to stop
   * @param maxRuns how many calls of the target to spend at most
   * @return how the smallest input fails, or what came up instead of the failure
   * @throws FuzzException when the target cannot be run
   */
  public Outcome minimize(CorpusEntry entry, Failure failure, Duration limit, long maxRuns)
      throws FuzzException, InterruptedException {
    return outcome(
        perform(new Task.Minimize(entry, failure, null, Math.max(1, limit.toMillis()), maxRuns)));
  }

  /** The coverage of all inputs that were measured. */
  public Coverage coverage() {
    return new Coverage(probes.covered(), probes.features());
  }

  /** Calls of the target so far. */
  public long runs() {
    return runs;
  }

  /** As {@link RunStatistics#peakMemory()}. */
  public long peakMemory() {
    return peakMemory;
  }

  private static Outcome outcome(TaskResult result) {
    Refusals refusals = result.account().refusals();
    String note =
        refusals == null ? null : "It did not reach the target: " + refusals.reason() + ".";
    TaskResult.Failed failed = result.failed();
    String suspectReason = result instanceof TaskResult.Died died ? died.suspectReason() : null;
    return failed == null
        ? new Outcome(null, Evidence.NONE, suspectReason, note, null)
        : new Outcome(failed.failure(), failed.evidence(), null, note, failed.input());
  }

  private TaskResult perform(Task task) throws FuzzException, InterruptedException {
    while (true) {
      if (ready) {
        ready = false;
        worker.assign(task, new byte[0], List.of());
      }
      Event event = takeEvent();
      if (event instanceof Event.Started started) {
        workerProbes = new WorkerProbes(probes);
        announce(started.instrumented());
      } else if (event instanceof Event.Ready) {
        ready = true;
      } else if (event instanceof Event.Done done) {
        announce(done.result().account().instrumented());
        runs += done.result().runs();
        peakMemory = Math.max(peakMemory, worker.memory());
        return done.result();
      } else if (event instanceof Event.Failed failed) {
        throw failed.error() instanceof FuzzException e
            ? e
            : new FuzzException("The input could not be run: " + failed.error(), failed.error());
      }
    }
  }

  private Event takeEvent() throws InterruptedException {
    try {
      return events.take();
    } catch (InterruptedException e) {
      // Whoever interrupts has no time for a target's end in order.
      worker.stopNow();
      throw e;
    }
  }

  private void announce(Instrumented instrumented) {
    if (instrumented != null) {
      workerProbes.add(instrumented.classes());
    }
  }

  /** Ends the worker JVM, also when this thread is interrupted meanwhile. */
  @Override
  public void close() {
    worker.end();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    directory.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
