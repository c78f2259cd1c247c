package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.agent.ProbeRegistry;
import io.github.mavenfuzz.agent.TraceRegistry;
import io.github.mavenfuzz.boot.StackTraces;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.ExitCodes;
import io.github.mavenfuzz.comm.OutputMark;
import io.github.mavenfuzz.comm.Preparation;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.comm.WorkerSettings.Insertion;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.jazzer.TakenLog;
import java.io.IOException;
import java.time.Duration;

/**
 * Answers the coordinator's calls, one after the other, in the main thread of a worker JVM. When
 * that cannot, since the target does not return or ends the JVM, {@link ExitReporter} answers.
 */
final class WorkerServer {
  private final WorkerSettings settings;
  private final SharedMemory memory;
  private final WorkerComm comm;
  private final ProbeRegistry registry = ProbeRegistry.ofThisJvm();
  private final LocalCoverage coverage = new LocalCoverage(registry);
  private final Duration timeout;
  private final Watchdog watchdog;
  private final TargetThreads threads;
  private final JvmEnd end;
  private final ExitReporter exitReporter;
  private final OwnOutput output;
  private final byte[] mark;

  /** Null until the target is prepared. */
  private FuzzLoop fuzzLoop;

  private WarmUpLoop warmUpLoop;

  private ConfirmRun confirmRun;

  private InputMinimizer minimizer;

  private TraceRun traceRun;

  /** What the target takes from providers; null unless comparisons are traced. */
  private final TakenLog taken;

  WorkerServer(
      WorkerSettings settings, SharedMemory memory, WorkerComm comm, OwnOutput output, JvmEnd end) {
    this.settings = settings;
    this.memory = memory;
    this.comm = comm;
    this.mark = OutputMark.of(settings.memory());
    this.timeout = Duration.ofMillis(settings.timeoutMillis());
    this.output = output;
    this.taken = settings.insertion() == Insertion.TRACES ? new TakenLog() : null;
    this.end = end;
    this.exitReporter = new ExitReporter(memory, comm, this::instrumented, end);
    this.watchdog =
        new Watchdog(
            Thread.currentThread(),
            settings.timeoutMillis(),
            samples -> exitReporter.endStuck(samples, timeout));
    this.threads =
        new TargetThreads(Thread.currentThread(), watchdog, new RunInputs(), WaitLimits.USUAL);
  }

  /**
   * Serves until the JVM is halted, which the end of the connection does, or a response, or until
   * it ends in order after the last call.
   *
   * @throws IOException when a response cannot be sent
   * @throws MalformedInputException when the target has overwritten an input of the coordinator's
   */
  void serve() throws IOException, MalformedInputException {
    watchdog.start();
    exitReporter.awaitExits(watchdog, threads);
    comm.receiveUninterrupted(Call.Ping.class);
    TargetSession session = new TargetSession(settings, this::serveRuns, taken);
    Preparation preparation = session.host();
    session.rethrow();
    if (preparation != null) {
      respond(new Response.Pong(instrumented(), preparation));
      comm.receiveUninterrupted(Call.class); // there is none: the connection ends
    }
    end.prepareOrder();
    respond(new Response.TornDown(instrumented(), session.problem()));
    end.inOrder();
  }

  /** Serves while the target is prepared, until it is to be ended. */
  private void serveRuns(TargetInvoker invoker, Preparation preparation)
      throws IOException, MalformedInputException {
    prepare(invoker);
    respond(new Response.Pong(instrumented(), preparation));
    for (Call call = nextCall(); !(call instanceof Call.TearDown); call = nextCall()) {
      respond(answer(call));
    }
  }

  private Call nextCall() throws IOException {
    return comm.receiveUninterrupted(Call.class);
  }

  private void respond(Response response) throws IOException {
    if (response.hasFailure()) {
      output.write(mark);
    }
    comm.send(response);
    if (response.ending()) {
      end.halt(ExitCodes.STOPPED);
    }
  }

  private Response answer(Call call) throws MalformedInputException {
    if (call instanceof Call.Fuzz fuzz) {
      return fuzzLoop.run(fuzz);
    }
    if (call instanceof Call.WarmUp warmUp) {
      return warmUpLoop.run(warmUp);
    }
    if (call instanceof Call.Confirm) {
      return confirmRun.run();
    }
    if (call instanceof Call.Trace trace) {
      return traceRun.run(trace);
    }
    if (call instanceof Call.Minimize minimize) {
      return minimizer.minimize(minimize, this::instrumented);
    }
    throw new IllegalStateException("there is no place for " + call);
  }

  private void prepare(TargetInvoker invoker) {
    TargetRunner runner = new TargetRunner(invoker, coverage, watchdog, threads, timeout);
    CountedRuns runs = new CountedRuns(memory, runner, StackTraces.areOptional());
    WorkerContext parts =
        new WorkerContext(
            memory,
            runs,
            coverage,
            watchdog,
            settings.target().shape(),
            settings.maxLength(),
            new Outcomes(runs, this::instrumented));
    minimizer = new InputMinimizer(parts);
    warmUpLoop = new WarmUpLoop(parts);
    confirmRun = new ConfirmRun(parts);
    fuzzLoop = new FuzzLoop(parts);
    traceRun = new TraceRun(parts, TraceRegistry.ofThisJvm(), taken);
  }

  private Instrumented instrumented() {
    return new Instrumented(
        registry.drainNew(), registry.uninstrumented(), registry.leftOut().drain());
  }
}
