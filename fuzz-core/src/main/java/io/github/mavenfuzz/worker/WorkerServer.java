package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.ExitCodes;
import io.github.mavenfuzz.comm.OutputMark;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.coverage.StackTraces;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureDescriber;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.instrument.ProbeRegistry;
import io.github.mavenfuzz.lifecycle.LifecycleException;
import io.github.mavenfuzz.lifecycle.TargetLifecycle;
import io.github.mavenfuzz.slot.MutableInput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Answers the coordinator's calls, one after the other, in the main thread of a worker JVM. When
 * that cannot, since the target does not return or ends the JVM, {@link LastWords} answers.
 */
final class WorkerServer {
  private final WorkerSettings settings;
  private final SharedMemory memory;
  private final WorkerComm comm;
  private final ProbeRegistry registry = ProbeRegistry.ofThisJvm();
  private final LocalCoverage coverage = new LocalCoverage(registry);
  private final InputCodec codec;
  private final Duration timeout;
  private final Watchdog watchdog;
  private final TargetThreads threads;
  private final JvmEnd end;
  private final LastWords lastWords;
  private final OwnOutput output;
  private final byte[] mark;
  private FuzzLoop fuzzLoop;
  private WarmUpLoop warmUpLoop;
  private InputMinimizer minimizer;

  /** Null until the target is loaded. */
  private TargetLifecycle lifecycle;

  WorkerServer(
      WorkerSettings settings, SharedMemory memory, WorkerComm comm, OwnOutput output, JvmEnd end) {
    this.settings = settings;
    this.memory = memory;
    this.comm = comm;
    this.mark = OutputMark.of(settings.memory());
    this.codec = new InputCodec(settings.target().shape());
    this.timeout = Duration.ofMillis(settings.timeoutMillis());
    this.output = output;
    this.end = end;
    this.lastWords = new LastWords(memory, comm, this::instrumented, end);
    this.watchdog =
        new Watchdog(
            Thread.currentThread(),
            settings.timeoutMillis(),
            samples -> lastWords.endStuck(samples, timeout));
    this.threads =
        new TargetThreads(Thread.currentThread(), watchdog, new RunInputs(codec), Patience.USUAL);
  }

  /**
   * Serves until the JVM is halted, which the end of the connection does, or a response, or until
   * it ends in order after the last call.
   *
   * @throws IOException when a response cannot be sent
   * @throws MalformedInputException when the coordinator passed what is no input of the target
   */
  void serve() throws IOException, MalformedInputException {
    watchdog.start();
    lastWords.awaitExits(watchdog, threads);
    while (true) {
      Response response = answer(comm.receiveUninterrupted(Call.class));
      if (response.hasFailure()) {
        output.write(mark);
      }
      boolean last = response instanceof Response.TornDown;
      if (last) {
        end.prepareOrder();
      }
      comm.send(response);
      if (response.ending()) {
        end.halt(ExitCodes.STOPPED);
      } else if (last) {
        end.inOrder();
      }
    }
  }

  private Response answer(Call call) throws MalformedInputException {
    if (call instanceof Call.Fuzz fuzz) {
      return fuzzed(fuzzLoop.run(fuzz), fuzzLoop.current());
    }
    if (call instanceof Call.WarmUp warmUp) {
      return fuzzed(warmUpLoop.run(warmUp), warmUpLoop.current());
    }
    if (call instanceof Call.Minimize minimize) {
      return minimizer.minimize(minimize, this::instrumented);
    }
    if (call instanceof Call.TearDown) {
      return new Response.TornDown(instrumented(), tearDown());
    }
    String error = load();
    return new Response.Pong(instrumented(), error, warning());
  }

  /**
   * @param input that ran last
   */
  private Response fuzzed(FuzzLoop.Outcome outcome, MutableInput input) {
    int length = outcome.interesting() ? coverage.write(memory) : 0;
    Failure failure = outcome.failure() == null ? null : outcome.failure().describe();
    long crc = outcome.interesting() || failure != null ? crcOf(input) : 0;
    boolean ending =
        failure != null
            && (failure.kind() == FailureKind.OUT_OF_MEMORY || outcome.failure().isPoison());
    Refusals refusals = fuzzLoop.takeRefusals();
    return outcome.failure() instanceof RunFailure.Late late
        ? new Response.Late(instrumented(), refusals, failure, late.input(), ending)
        : new Response.Fuzzed(instrumented(), refusals, length, failure, crc, ending);
  }

  private long crcOf(MutableInput input) {
    CRC32 crc = new CRC32();
    crc.update(codec.encode(input.values()));
    return crc.getValue();
  }

  /** Loads the target unless it is loaded; returns a sentence when that fails, else null. */
  private String load() {
    if (fuzzLoop != null) {
      return null;
    }
    try {
      TargetInvoker invoker = TargetInvoker.load(settings.target(), settings.targetArguments());
      lifecycle = invoker.lifecycle();
      TargetRunner runner = new TargetRunner(invoker, coverage, watchdog, threads, timeout);
      WorkerParts parts =
          new WorkerParts(
              memory,
              new CountedRuns(memory, runner, StackTraces.areOptional()),
              coverage,
              watchdog,
              settings.target().shape(),
              codec,
              settings.maxLength(),
              settings.dictionary());
      minimizer = new InputMinimizer(parts);
      warmUpLoop = new WarmUpLoop(parts);
      fuzzLoop = new FuzzLoop(parts);
      return null;
    } catch (TargetLoadException e) {
      return settings.target().id() + " cannot be run, " + e.explanation();
    }
  }

  private String warning() {
    List<String> uncallable = lifecycle == null ? List.of() : lifecycle.uncallable();
    return uncallable.isEmpty()
        ? null
        : "The fuzzer does not call %s of %s, because only JUnit knows what to pass."
            .formatted(String.join(", ", uncallable), settings.target().className());
  }

  /** Returns a sentence when something fails, else null. */
  private String tearDown() {
    try {
      if (lifecycle != null) {
        lifecycle.end();
      }
      return null;
    } catch (LifecycleException e) {
      Failure failure = FailureDescriber.describe(e.getCause());
      return "After the last run of %s, %s: %s: %s."
          .formatted(
              settings.target().id(), e.getMessage(), failure.exception(), failure.message());
    }
  }

  private Instrumented instrumented() {
    return new Instrumented(
        registry.drainNew(), registry.uninstrumented(), registry.leftOut().drain());
  }
}
