package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.Task;
import io.github.mavenfuzz.campaign.TaskResult;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.UnreadableMemoryException;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.slot.InputForms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * Makes the calls to one worker JVM and reads their results from the shared memory. Belongs to one
 * worker's thread and lives as long as the worker JVM.
 */
final class WorkerClient {
  /** How often a call that takes long is looked at. */
  private static final long STEP_MILLIS = 1000;

  /** When a warm-up that has not come to its end is to go on in another call. */
  private static final long WARM_UP_MILLIS = 100;

  /** More than a worker JVM makes during one call. */
  private static final long MAX_RUNS = 1L << 40;

  private static final Answer ENDED = new Answer(null, null, null, null, 0, false, 0);

  private final WorkerComm comm;
  private final SharedMemory memory;
  private final InputReplay replay;
  private final InputForms forms;
  private final long seed;
  private final long graceMillis;
  private long failures;

  /**
   * @param comm the connection to the worker JVM
   */
  WorkerClient(WorkerComm comm, SharedMemory memory, InputReplay replay, CallSettings settings) {
    this.comm = comm;
    this.memory = memory;
    this.replay = replay;
    this.forms = new InputForms(settings.shape());
    this.seed = settings.seed();
    this.graceMillis = settings.graceMillis();
  }

  /**
   * @param seed of all randomness
   * @param graceMillis how long a worker JVM may take until its next run or its response
   */
  record CallSettings(InputShape shape, long seed, long graceMillis) {}

  /** How many responses of the worker JVM had a failure. */
  long failures() {
    return failures;
  }

  /**
   * Asks whether the target could be loaded.
   *
   * @return null when there was no answer in time
   * @throws IOException when the worker JVM has ended
   */
  Response.Pong ping(long timeoutMillis) throws IOException, InterruptedException {
    comm.send(new Call.Ping());
    return (Response.Pong) comm.receive(Response.class, timeoutMillis).orElse(null);
  }

  /**
   * How the target was ended.
   *
   * @param answered whether the worker JVM has answered, and now ends in order
   * @param problem a sentence that says what went wrong, or null
   */
  record TearDown(boolean answered, String problem) {}

  /** Asks for what the target's class does after the last run. */
  TearDown tearDown(String target, long timeoutMillis) throws InterruptedException {
    try {
      comm.send(new Call.TearDown());
      Optional<Response> response = comm.receive(Response.class, timeoutMillis);
      if (response.isPresent() && response.get() instanceof Response.TornDown tornDown) {
        return new TearDown(true, tornDown.problem());
      }
      if (response.isPresent()) {
        throw new IOException("something ended the worker JVM before");
      }
      return notTornDown(
          "What %s does after its last run takes too long, so its worker JVM was ended.", target);
    } catch (IOException ended) {
      return notTornDown("What %s does after its last run ended its worker JVM.", target);
    }
  }

  private static TearDown notTornDown(String problem, String target) {
    return new TearDown(false, problem.formatted(target));
  }

  /** Runs entries as they are. */
  Answer warmUp(Task.WarmUp task) throws FuzzException, InterruptedException {
    List<byte[]> values =
        task.entries().stream().map(entry -> forms.toMemory(entry.content())).toList();
    Call.WarmUp call =
        new Call.WarmUp(
            values.stream().map(value -> value.length).toList(), task.runs(), WARM_UP_MILLIS);
    return inFileForm(exchange(values.get(0), join(values), all -> warmUp(call, values, all)));
  }

  /**
   * @param mask the coverage reached so far, in the worker's numbering
   * @param known causes that are not worth returning for
   */
  Answer fuzz(Task.Fuzz task, byte[] mask, List<KnownCause> known)
      throws FuzzException, InterruptedException {
    byte[] value = forms.toMemory(task.entry().content());
    return inFileForm(exchange(value, value, all -> fuzz(task, value, mask, known)));
  }

  /**
   * Failures that were met while an input was made smaller.
   *
   * @param answer to {@link #minimize}
   */
  List<TaskResult.Other> others(Answer answer) {
    List<TaskResult.Other> others = new ArrayList<>();
    for (Response.Other other : answer.others()) {
      others.add(new TaskResult.Other(other.failure(), toFile(other.input())));
    }
    return others;
  }

  /** The same for who knows inputs as files only. */
  private Answer inFileForm(Answer answer) {
    return answer.input() == null ? answer : answer.withInput(toFile(answer.input()));
  }

  private byte[] toFile(byte[] input) {
    try {
      return forms.toFile(input);
    } catch (MalformedInputException e) {
      throw new IllegalStateException("an input that was read: " + e.getMessage(), e);
    }
  }

  /**
   * A call with what has to be written for it and read after it. All inputs are in their memory
   * form.
   */
  @FunctionalInterface
  private interface Exchange {
    /**
     * @param passed the value in the shared memory
     * @throws UnreadableMemoryException when the target has overwritten the memory
     * @throws InternalError when the target cuts it short at this moment
     */
    Answer make(byte[] passed) throws InterruptedException;
  }

  /**
   * Passes a value to a call. Answers as for a worker JVM that has ended when the shared memory
   * cannot be read; then it says so itself. The count of runs is lost with it: there was one at
   * least, unless it was unreadable before.
   *
   * @param first the input that is to blame when nobody knows which one ran
   */
  private Answer exchange(byte[] first, byte[] passed, Exchange exchange)
      throws FuzzException, InterruptedException {
    boolean made = memory.haltReason() != HaltReason.UNREADABLE && pass(passed);
    if (made) {
      try {
        return exchange.make(passed);
      } catch (UnreadableMemoryException | InternalError e) {
        memory.giveUp();
      }
    }
    return new Answer(null, null, null, first, made ? 1 : 0, false, -1);
  }

  /**
   * Puts a value into the shared memory, which may have to grow for it.
   *
   * @return false when the target has deleted the memory's file, so that it cannot
   */
  private boolean pass(byte[] value) throws FuzzException {
    try {
      memory.growTo(value.length);
    } catch (IOException e) {
      if (memory.isUsable()) {
        throw WorkerLink.noRoom(memory.file().getParent(), value.length, e);
      }
      memory.giveUp();
      return false;
    }
    memory.setCount(0);
    memory.setValue(value);
    return true;
  }

  private Answer warmUp(Call.WarmUp call, List<byte[]> values, byte[] all)
      throws InterruptedException {
    beginChain(0);
    memory.beginInput(0);
    Answer answer = call(call);
    long runs = runs();
    checkValue(all);
    int index = index(values.size());
    byte[] input = replay.lastInput(values.get(index), memory);
    byte[] bits = null;
    if (answer.response() instanceof Response.Fuzzed fuzzed) {
      checkReplay(fuzzed, input);
      bits = readBits(fuzzed.coverageLength());
    } else if (answer.response() instanceof Response.Late late) {
      input = checked(late.input());
      index = indexOf(input, values.subList(0, index + 1), values.size());
    }
    return answer.with(bits, input, runs).withIndex(index);
  }

  private void beginChain(long stream) {
    PcgRandom start = new PcgRandom(seed, stream);
    memory.beginChain(start.state(), start.increment());
  }

  private static byte[] join(List<byte[]> values) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    values.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private int index(int size) {
    long index = memory.index();
    if (index < 0 || index >= size) {
      throw new UnreadableMemoryException("shared memory tells of input " + index);
    }
    return (int) index;
  }

  /** Which of the values that have run is an input that failed late. */
  private static int indexOf(byte[] input, List<byte[]> values, int none) {
    for (int i = values.size() - 1; i >= 0; i--) {
      if (Arrays.equals(input, values.get(i))) {
        return i;
      }
    }
    return none;
  }

  /** The worker JVM leaves the value alone. */
  private void checkValue(byte[] value) {
    if (!Arrays.equals(value, memory.value())) {
      throw new UnreadableMemoryException("the input in the shared memory was changed");
    }
  }

  private Answer fuzz(Task.Fuzz task, byte[] value, byte[] mask, List<KnownCause> known)
      throws InterruptedException {
    beginChain(task.stream());
    memory.writeCoverage(mask, mask.length);
    Answer answer = call(new Call.Fuzz(task.sliceMillis(), task.limit(), mask.length, known));
    long runs = runs();
    checkValue(value);
    byte[] input = replay.lastInput(value, memory);
    byte[] bits = null;
    if (answer.response() instanceof Response.Fuzzed fuzzed) {
      checkReplay(fuzzed, input);
      bits = readBits(fuzzed.coverageLength());
    } else if (answer.response() instanceof Response.Late late) {
      input = checked(late.input());
    }
    return answer.with(bits, input, runs);
  }

  /** Asked before anything else is read. */
  private long runs() {
    long count = memory.isCutShort() ? -1 : memory.count();
    if (count < 0 || count > MAX_RUNS) {
      throw new UnreadableMemoryException("shared memory tells of " + count + " runs");
    }
    return count;
  }

  private static void checkReplay(Response.Fuzzed fuzzed, byte[] input) {
    CRC32 crc = new CRC32();
    crc.update(input);
    if (fuzzed.inputCrc() != 0 && fuzzed.inputCrc() != crc.getValue()) {
      throw new UnreadableMemoryException("the input that ran could not be rebuilt");
    }
  }

  /**
   * Minimises an entry.
   *
   * @param coverage to keep, in the worker's numbering; empty when a failure is to be kept
   * @param known causes of failures that are not worth telling of
   * @return its input is the smallest that was found
   */
  Answer minimize(Task.Minimize task, byte[] coverage, List<KnownCause> known)
      throws FuzzException, InterruptedException {
    Call.Keep keep =
        task.failure() == null
            ? Call.Keep.coverage(coverage.length, known)
            : Call.Keep.failure(task.failure().signature(), known);
    Call.Minimize call = new Call.Minimize(task.limitMillis(), task.limit(), keep);
    byte[] value = forms.toMemory(task.entry().content());
    return inFileForm(exchange(value, value, all -> minimize(call, value, coverage)));
  }

  private Answer minimize(Call.Minimize call, byte[] value, byte[] coverage)
      throws InterruptedException {
    memory.writeCoverage(coverage, coverage.length);
    Answer answer = call(call);
    long runs = runs();
    byte[] left = answer.response() instanceof Response.Late late ? late.input() : memory.value();
    byte[] input = left == null ? value : checked(left); // null when it was about to be written
    byte[] bits =
        answer.response() instanceof Response.Minimized minimized
            ? readBits(minimized.coverageLength())
            : null;
    return answer.with(bits, input, runs);
  }

  /** An input that the worker JVM has made, once it is known to be one of the target. */
  private byte[] checked(byte[] input) {
    try {
      forms.toFile(input);
      return input;
    } catch (MalformedInputException e) {
      throw new UnreadableMemoryException("not an input of the target: " + e.getMessage());
    }
  }

  /** An answer without coverage and input yet. */
  private Answer call(Call call) throws InterruptedException {
    send(call);
    Response response;
    try {
      response = awaitResponse();
    } catch (IOException ended) {
      return ENDED;
    }
    if (response instanceof Response.Fuzzed fuzzed && fuzzed.failure() != null && runs() == 0) {
      return ENDED; // it was said before the call, of a run that nobody knows
    }
    Instrumented instrumented = response == null ? null : response.instrumented();
    return new Answer(response, instrumented, null, null, 0, response == null, 0);
  }

  /** A worker JVM that has ended may have said before what ended it. */
  private void send(Call call) {
    try {
      comm.send(call);
    } catch (IOException ended) {
      // Who waits for the response learns of it.
    }
  }

  /** Returns null when the worker JVM makes no further run. */
  private Response awaitResponse() throws IOException, InterruptedException {
    long seen = 0;
    long since = System.nanoTime();
    while (true) {
      Optional<Response> response = comm.receive(Response.class, STEP_MILLIS);
      if (response.isPresent()) {
        failures += response.get().hasFailure() ? 1 : 0;
        return response.get();
      }
      long count = runs();
      long now = System.nanoTime();
      if (count != seen) {
        seen = count;
        since = now;
      } else if (now - since > TimeUnit.MILLISECONDS.toNanos(graceMillis)) {
        return null;
      }
    }
  }

  private byte[] readBits(int length) {
    if (length == 0) {
      return null;
    }
    byte[] bits = new byte[length];
    memory.readCoverage(bits, length);
    return bits;
  }
}
