package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.PcgRandom;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * Makes the calls to one worker JVM and reads their results from the shared memory. Belongs to one
 * worker's thread and lives as long as the worker JVM.
 */
final class WorkerClient {
  /** The longest that a call may take when only its runs are limited. */
  private static final long MAX_SILENCE_MILLIS = TimeUnit.MINUTES.toMillis(2);

  /**
   * What came of a call.
   *
   * @param response null when the worker JVM ended or fell silent instead
   * @param bits the coverage that came with it, in the worker's numbering, or null
   * @param input the file form of the input that ran last
   */
  record Answer(Response response, byte[] bits, byte[] input, long runs, boolean silent) {
    Failure failure() {
      if (response instanceof Response.Minimized minimized) {
        return minimized.failure();
      }
      return response instanceof Response.Fuzzed fuzzed ? fuzzed.failure() : null;
    }

    /** Whether the worker JVM is gone, or about to go. */
    boolean isEnding() {
      return response == null
          || response instanceof Response.Fuzzed fuzzed && fuzzed.ending()
          || response instanceof Response.Minimized minimized && minimized.ending();
    }

    private Answer withRuns(long more) {
      return new Answer(response, bits, input, more, silent);
    }
  }

  private final WorkerComm comm;
  private final SharedMemory memory;
  private final InputReplay replay;
  private final InputShape shape;
  private final long seed;
  private final long graceMillis;

  /**
   * @param graceMillis how long past the end of a call's own limits its response may take
   */
  WorkerClient(WorkerComm comm, SharedMemory memory, InputReplay replay, CallSettings settings) {
    this.comm = comm;
    this.memory = memory;
    this.replay = replay;
    this.shape = settings.shape();
    this.seed = settings.seed();
    this.graceMillis = settings.graceMillis();
  }

  /**
   * @param seed of all randomness
   * @param graceMillis how long past the end of a call's own limits its response may take
   */
  record CallSettings(InputShape shape, long seed, long graceMillis) {}

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
   * @param mask the coverage reached so far, in the worker's numbering
   * @param known signatures that are not worth returning for
   */
  Answer fuzz(Task.Fuzz task, byte[] mask, List<String> known) throws InterruptedException {
    byte[] value = task.entry().content();
    PcgRandom start = new PcgRandom(seed, task.stream());
    memory.setCount(0);
    memory.setValue(value);
    memory.beginChain(start.state(), start.increment());
    memory.writeCoverage(mask, mask.length);
    Response response =
        call(
            new Call.Fuzz(task.sliceMillis(), task.limit(), task.warmup(), mask.length, known),
            task.warmup() || task.sliceMillis() > 0 ? task.sliceMillis() : MAX_SILENCE_MILLIS);
    if (!Arrays.equals(value, memory.value())) {
      throw new IllegalStateException("a worker JVM changed the input in the shared memory");
    }
    byte[] input = replay.lastInput(value, memory);
    byte[] bits = null;
    if (response instanceof Response.Fuzzed fuzzed) {
      checkReplay(fuzzed, input);
      bits = readBits(fuzzed.coverageLength());
    }
    return new Answer(response, bits, input, memory.count(), response == null && !comm.hasEnded());
  }

  private static void checkReplay(Response.Fuzzed fuzzed, byte[] input) {
    CRC32 crc = new CRC32();
    crc.update(input);
    if (fuzzed.inputCrc() != 0 && fuzzed.inputCrc() != crc.getValue()) {
      throw new IllegalStateException("the input that a worker JVM ran could not be rebuilt");
    }
  }

  /**
   * Minimises all arguments, one after the other.
   *
   * @param keep the coverage to keep, in the worker's numbering; empty when a failure is to be kept
   * @return the last answer; its input is the smallest that was found
   */
  Answer minimize(Task.Minimize task, byte[] keep) throws InterruptedException {
    String signature = task.failure() == null ? null : task.failure().signature();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(task.limitMillis());
    byte[] value = task.entry().content();
    long runs = 0;
    Answer answer = null;
    for (int i = 0; i < shape.size(); i++) {
      long millis = 0;
      if (task.limitMillis() > 0) {
        millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (i > 0 && millis <= 0) {
          break;
        }
        millis = Math.max(1, millis);
      }
      Call.Minimize call =
          new Call.Minimize(i, millis, Math.max(1, task.limit() - runs), signature, keep.length);
      Answer next = minimizeArgument(call, value, keep, runs);
      runs = next.runs();
      boolean lost = next.response() instanceof Response.Minimized m && !m.reproduced();
      answer = lost && answer != null ? answer.withRuns(runs) : next;
      boolean failedAnew = signature == null && answer.failure() != null;
      if (lost || failedAnew || answer.isEnding() || runs >= task.limit()) {
        break;
      }
      value = answer.input();
    }
    return answer;
  }

  private Answer minimizeArgument(Call.Minimize call, byte[] value, byte[] keep, long runsBefore)
      throws InterruptedException {
    memory.setCount(0);
    memory.setValue(value);
    memory.writeCoverage(keep, keep.length);
    Response response =
        call(call, call.limitMillis() > 0 ? call.limitMillis() : MAX_SILENCE_MILLIS);
    byte[] last = memory.value();
    byte[] input = memory.isRaw() ? replay.withRaw(value, call.index(), last) : last;
    byte[] bits =
        response instanceof Response.Minimized minimized
            ? readBits(minimized.coverageLength())
            : null;
    boolean silent = response == null && !comm.hasEnded();
    return new Answer(response, bits, input, runsBefore + memory.count(), silent);
  }

  /** Returns null when the worker JVM ended or fell silent. */
  private Response call(Call call, long limitMillis) throws InterruptedException {
    try {
      comm.send(call);
      return comm.receive(Response.class, limitMillis + graceMillis).orElse(null);
    } catch (IOException ended) {
      return null;
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
