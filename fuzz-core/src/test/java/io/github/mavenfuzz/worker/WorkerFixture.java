package io.github.mavenfuzz.worker;

import com.example.targets.Counted;
import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.probe.NumberedProbes;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What the calls of a worker work with, on the test's own thread instead of a worker JVM. */
record WorkerFixture(SharedMemory coordinator, WorkerContext parts, TargetThreads threads)
    implements AutoCloseable {
  static final int PROBES = 12;
  static final Duration NO_TIMEOUT = Duration.ofHours(1);

  /** How runs are made. */
  private record Runs(boolean quick, Duration timeout) {
    static final Runs USUAL = new Runs(false, NO_TIMEOUT);
  }

  static WorkerFixture of(Path directory) throws IOException, TargetLoadException {
    return of(directory, "run", LeafKind.BYTES);
  }

  static WorkerFixture of(Path directory, String method, LeafKind... types)
      throws IOException, TargetLoadException {
    return of(directory, method, InputShape.of(types));
  }

  static WorkerFixture of(Path directory, String method, InputShape shape)
      throws IOException, TargetLoadException {
    return of(directory, new FuzzTarget(Counted.class.getName(), method, shape));
  }

  /** Runs of it may do without stack traces, though nothing here really does. */
  static WorkerFixture ofQuickRuns(Path directory, Duration timeout)
      throws IOException, TargetLoadException {
    FuzzTarget target =
        new FuzzTarget(Counted.class.getName(), "run", InputShape.of(LeafKind.BYTES));
    return of(directory, target, WaitLimits.USUAL, new Runs(true, timeout));
  }

  /** Waits for threads of runs as it is told. */
  static WorkerFixture of(Path directory, WaitLimits patience)
      throws IOException, TargetLoadException {
    InputShape shape = InputShape.of(LeafKind.BYTES);
    FuzzTarget target = new FuzzTarget(Counted.class.getName(), "run", shape);
    return of(directory, target, patience, Runs.USUAL);
  }

  static WorkerFixture of(Path directory, FuzzTarget target)
      throws IOException, TargetLoadException {
    return of(directory, target, WaitLimits.USUAL, Runs.USUAL);
  }

  private static WorkerFixture of(Path directory, FuzzTarget target, WaitLimits patience, Runs runs)
      throws IOException, TargetLoadException {
    Duration timeout = runs.timeout();
    SharedMemory memory = SharedMemory.create(directory.resolve("memory"));
    // A worker JVM never has hits of probes that its registry does not know, as other tests leave.
    Arrays.fill(Counters.HITS, (byte) 0);
    LocalCoverage coverage = new LocalCoverage(NumberedProbes.registry(PROBES));
    Watchdog watchdog = new Watchdog(Thread.currentThread(), timeout.toMillis(), samples -> {});
    watchdog.start();
    TargetThreads threads =
        new TargetThreads(Thread.currentThread(), watchdog, new RunInputs(), patience);
    TargetInvoker invoker = Invokers.of(target);
    TargetRunner runner = new TargetRunner(invoker, coverage, watchdog, threads, timeout);
    SharedMemory ofWorker = SharedMemory.open(memory.file());
    CountedRuns counted = new CountedRuns(ofWorker, runner, runs.quick());
    Outcomes outcomes = new Outcomes(counted, () -> new Response.Instrumented(List.of(), 0));
    return new WorkerFixture(
        memory,
        new WorkerContext(ofWorker, counted, coverage, watchdog, target.shape(), 100, outcomes),
        threads);
  }

  /** Passes an input to the next call. */
  void pass(Object... arguments) {
    coordinator.setValue(form(arguments));
  }

  /** Passes inputs to the next call, and says how long their memory forms are. */
  List<Integer> passAll(List<byte[]> forms) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    forms.forEach(all::writeBytes);
    coordinator.setCount(0);
    coordinator.setValue(all.toByteArray());
    return forms.stream().map(form -> form.length).toList();
  }

  /** The memory form of an input. */
  byte[] form(Object... arguments) {
    MutableInput input = parts.newInput();
    input.load(List.of(arguments));
    return input.toMemory();
  }

  /** The input that lies in the shared memory, in plain form. */
  List<Object> left() {
    return plain(coordinator.value());
  }

  /** An input in plain form. */
  List<Object> plain(byte[] form) {
    MutableInput input = parts.newInput();
    try {
      input.read(form);
    } catch (MalformedInputException e) {
      throw new AssertionError(e);
    }
    return input.values();
  }

  /** The coverage bits that the last call left. */
  byte[] bits(int length) {
    byte[] bits = new byte[length];
    coordinator.readCoverage(bits, length);
    return bits;
  }

  @Override
  public void close() throws IOException {
    parts.watchdog().close();
    coordinator.close();
  }
}
