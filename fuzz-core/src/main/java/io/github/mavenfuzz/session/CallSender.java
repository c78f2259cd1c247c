package io.github.mavenfuzz.session;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.UnreadableMemoryException;
import io.github.mavenfuzz.comm.WorkerComm;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends calls to one worker JVM and waits for the responses, as long as the JVM makes runs. Belongs
 * to one worker's thread and lives as long as the worker JVM.
 */
final class CallSender {
  /** How often a call that takes long is looked at. */
  private static final long STEP_MILLIS = 1000;

  /** More than a worker JVM makes during one call. */
  private static final long MAX_RUNS = 1L << 40;

  private final WorkerComm comm;
  private final SharedMemory memory;
  private final long graceMillis;
  private long failures;
  private boolean silent;

  /**
   * @param comm the connection to the worker JVM
   * @param graceMillis how long a worker JVM may take until its next run or its response
   */
  CallSender(WorkerComm comm, SharedMemory memory, long graceMillis) {
    this.comm = comm;
    this.memory = memory;
    this.graceMillis = graceMillis;
  }

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

  /** Returns null when the worker JVM has ended, or makes no further run. */
  Response call(Call call) throws InterruptedException {
    silent = false;
    send(call);
    try {
      Response response = awaitResponse();
      silent = response == null;
      return response;
    } catch (IOException ended) {
      return null;
    }
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

  /** Whether the worker JVM still ran and gave no response to the last call. */
  boolean isSilent() {
    return silent;
  }

  /**
   * How many runs the call has made; asked before anything else of the memory is read.
   *
   * @throws UnreadableMemoryException when the target has overwritten the memory
   */
  long runs() {
    long count = memory.isCutShort() ? -1 : memory.count();
    if (count < 0 || count > MAX_RUNS) {
      throw new UnreadableMemoryException("shared memory tells of " + count + " runs");
    }
    return count;
  }
}
