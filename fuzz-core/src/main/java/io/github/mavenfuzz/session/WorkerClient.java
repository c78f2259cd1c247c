package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.Task;
import io.github.mavenfuzz.campaign.TaskResult;
import io.github.mavenfuzz.campaign.TaskResult.Account;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.Response.Outcome;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.UnreadableMemoryException;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.slot.InputForms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Does tasks by calls to one worker JVM, and reads what came of them from the shared memory.
 * Belongs to one worker's thread and lives as long as the worker JVM.
 */
final class WorkerClient {
  /** When a warm-up that has not come to its end is to go on in another call. */
  private static final long WARM_UP_MILLIS = 100;

  /** What a call may add to what it was passed, in bytes: inputs with new coverage. */
  private static final int FOUND_ROOM = 1 << 17;

  private final CallSender calls;
  private final SharedMemory memory;
  private final JvmReports jvm;
  private final InputReplay replay;
  private final InputForms forms;
  private final long seed;

  /** What a worker knows of its JVM besides the responses to calls. */
  interface JvmReports {
    /**
     * What the JVM has left behind when an input failed.
     *
     * @param ending whether the JVM halts; then its end is waited for
     */
    Evidence evidence(boolean ending) throws InterruptedException;

    /** How a JVM has died that is gone or says nothing; makes sure that it is gone. */
    TaskResult.Died died(Gone gone) throws FuzzException, InterruptedException;
  }

  /**
   * A call that was not answered, since the worker JVM has died, or is about to.
   *
   * @param last the input that ran last, in its file form
   * @param words how it says that it ends, or null when it says nothing
   * @param silent whether it still ran and made no further run
   * @param found inputs with new coverage, in their file form
   */
  record Gone(
      Account account, TaskResult.Last last, Failure words, boolean silent, List<byte[]> found) {
    /** What is known when the shared memory cannot be read. */
    static Gone unreadable(Account account, byte[] first) {
      return new Gone(account, new TaskResult.Last(null, first, false), null, false, List.of());
    }
  }

  /**
   * @param calls to the worker JVM
   */
  WorkerClient(CallSender calls, SharedMemory memory, JvmReports jvm, CallSettings settings) {
    this.calls = calls;
    this.memory = memory;
    this.jvm = jvm;
    this.replay = new InputReplay(settings.shape(), settings.maxLength());
    this.forms = new InputForms(settings.shape());
    this.seed = settings.seed();
  }

  /**
   * @param maxLength the most bytes to which a mutation may grow an argument
   * @param seed of all randomness
   */
  record CallSettings(InputShape shape, int maxLength, long seed) {}

  /**
   * Does a task.
   *
   * @param coverage in the worker's numbering: the mask for fuzzing, what to keep for minimising
   * @param known causes that are not worth returning for
   */
  TaskResult perform(Task task, byte[] coverage, List<KnownCause> known)
      throws FuzzException, InterruptedException {
    if (task instanceof Task.Minimize minimize) {
      return minimize(minimize, coverage, known);
    }
    if (task instanceof Task.Fuzz fuzz) {
      return fuzz(fuzz, coverage, known);
    }
    if (task instanceof Task.Trace trace) {
      return trace(trace);
    }
    return task instanceof Task.WarmUp warmUp ? warmUp(warmUp) : confirm(task);
  }

  private TaskResult trace(Task.Trace task) throws FuzzException, InterruptedException {
    PassedInputs passed = passed(task.entries());
    return exchange(
        passed,
        new Call.Trace(passed.lengths(), task.limitMillis()),
        response -> {
          Response.Traced traced = (Response.Traced) response;
          if (traced.traces().size() > passed.values().size()) {
            throw new UnreadableMemoryException("more traces than inputs");
          }
          if (traced.ending()) {
            jvm.evidence(true);
          }
          Account account = new Account(calls.runs(), null, null);
          return new TaskResult.Traced(account, traced.traces(), traced.words());
        });
  }

  private TaskResult confirm(Task task) throws FuzzException, InterruptedException {
    PassedInputs passed = passed(List.of(task.entry()));
    boolean counts = !task.purpose().isForSingleRun();
    return exchange(
        passed,
        new Call.Confirm(),
        response -> {
          Outcome outcome = ((Response.Confirmed) response).outcome();
          Account account = account(outcome);
          return new TaskResult.Confirmed(
              counts ? account : new Account(account.runs(), account.refusals(), null),
              failed(passed, outcome, 0));
        });
  }

  private TaskResult warmUp(Task.WarmUp task) throws FuzzException, InterruptedException {
    PassedInputs passed = passed(task.entries());
    return exchange(
        passed,
        new Call.WarmUp(passed.lengths(), task.runs(), WARM_UP_MILLIS),
        response -> {
          Response.WarmedUp warmedUp = (Response.WarmedUp) response;
          int ran = warmedUp.passed().size();
          if (ran > passed.values().size()) {
            throw new UnreadableMemoryException(ran + " inputs have passed");
          }
          TaskResult.Failed failed = failed(passed, warmedUp.outcome(), ran);
          boolean late = failed != null && failed.entry() != null && failed.entry() < ran;
          return new TaskResult.WarmedUp(
              account(warmedUp.outcome()),
              warmedUp.passed().subList(0, late ? failed.entry() : ran),
              failed);
        });
  }

  private TaskResult fuzz(Task.Fuzz task, byte[] mask, List<KnownCause> known)
      throws FuzzException, InterruptedException {
    List<byte[]> values = passed(task.batch().entries()).values();
    List<Call.Hints> hints = task.batch().hints();
    PassedInputs.Material material =
        new PassedInputs.Material(
            task.words(), hints.stream().map(Call.Hints::all).toList(), task.slice().growth());
    PassedInputs passed = new PassedInputs(values, material, task.stream(), mask);
    Call.Parents parents = new Call.Parents(passed.lengths(), task.batch().weights(), hints);
    return exchange(
        passed,
        new Call.Fuzz(parents, task.words().words(), task.slice(), mask.length, known),
        response -> {
          Response.Fuzzed fuzzed = (Response.Fuzzed) response;
          if (fuzzed.turns().size() != passed.values().size()) {
            throw new UnreadableMemoryException("not one turn for each input");
          }
          List<TaskResult.Found> found = new ArrayList<>();
          for (Response.Found one : fuzzed.found()) {
            found.add(found(one, passed.values().size()));
          }
          return new TaskResult.Fuzzed(
              account(fuzzed.outcome()),
              found,
              fuzzed.turns(),
              failed(passed, fuzzed.outcome(), null));
        });
  }

  private TaskResult.Found found(Response.Found one, int parents) {
    if (one.parent() < 0 || one.parent() >= parents) {
      throw new UnreadableMemoryException("there is no input " + one.parent());
    }
    return new TaskResult.Found(one.parent(), toFile(one.input()), one.reached());
  }

  private PassedInputs passed(List<CorpusEntry> entries) {
    return PassedInputs.of(
        entries.stream().map(entry -> forms.toMemory(entry.content())).toList(), new byte[0]);
  }

  /** Makes a result of a response, and of what the shared memory says. */
  @FunctionalInterface
  private interface Reader {
    /**
     * @throws UnreadableMemoryException when the target has overwritten the memory
     * @throws InternalError when the target cuts it short at this moment
     * @throws ClassCastException when it is no response to the call
     */
    TaskResult read(Response response) throws InterruptedException;
  }

  /**
   * Makes a call. When the shared memory cannot be read, the worker JVM is taken for dead, and the
   * memory then says so itself. The count of runs is lost with it: there was one at least, unless
   * it was unreadable before.
   */
  private TaskResult exchange(PassedInputs passed, Call call, Reader reader)
      throws FuzzException, InterruptedException {
    boolean made = false;
    Gone gone = null;
    if (memory.haltReason() != HaltReason.UNREADABLE) {
      try {
        made = pass(passed);
        Response response = made ? calls.call(call) : null;
        if (response != null && !(response instanceof Response.ExitReport)) {
          return reader.read(response);
        }
        gone = made ? gone(passed, call, (Response.ExitReport) response) : null;
      } catch (UnreadableMemoryException | InternalError | ClassCastException e) {
        memory.giveUp();
      }
    }
    if (gone == null) {
      byte[] first = toFile(passed.values().get(0));
      Account account = new Account(made ? 1 : 0, null, null);
      gone = Gone.unreadable(account, first);
    }
    return jvm.died(gone);
  }

  /**
   * Puts what a call passes into the shared memory, which may have to grow for it.
   *
   * @return false when the target has deleted the memory's file, so that it cannot
   */
  private boolean pass(PassedInputs passed) throws FuzzException {
    byte[] all = passed.joined();
    try {
      memory.growTo((long) all.length + FOUND_ROOM);
    } catch (IOException e) {
      if (memory.isUsable()) {
        throw WorkerLink.noRoom(memory.file().getParent(), all.length, e);
      }
      memory.giveUp();
      return false;
    }
    memory.setCount(0);
    memory.clearFound();
    memory.setValue(all);
    memory.writeCoverage(passed.coverage(), passed.coverage().length);
    PcgRandom start = new PcgRandom(seed, passed.stream());
    memory.beginChain(0, start.state(), start.increment());
    return true;
  }

  /**
   * What is known of a worker JVM that has died.
   *
   * @param words what it has said, or null
   */
  private Gone gone(PassedInputs passed, Call call, Response.ExitReport words) {
    long runs = calls.runs();
    boolean counts = words != null && !(call instanceof Call.Confirm);
    Account account = new Account(runs, null, counts ? words.instrumented() : null);
    Response.Failed failed = words == null ? null : words.outcome().failed();
    if (failed != null && failed.input() != null) {
      Integer entry = call instanceof Call.WarmUp ? passed.find(failed.input(), ran()) : null;
      TaskResult.Last late =
          new TaskResult.Last(entry, toFile(failed.input()), failed.late() && entry == null);
      return new Gone(account, late, failed.failure(), false, found());
    }
    boolean ofThisCall = failed != null && runs > 0; // else it was said before, of an unknown run
    Failure said = ofThisCall ? failed.failure() : null;
    return new Gone(account, last(passed, call), said, calls.isSilent(), found());
  }

  private List<byte[]> found() {
    return memory.found().stream().map(this::toFile).toList();
  }

  /** How many of the inputs of a warm-up have begun. */
  private int ran() {
    return (int) Math.min(Integer.MAX_VALUE, memory.index() + 1);
  }

  private TaskResult.Last last(PassedInputs passed, Call call) {
    if (call instanceof Call.Minimize) {
      byte[] left = memory.value(); // null when it was about to be written
      byte[] input = left == null ? passed.values().get(0) : left;
      return new TaskResult.Last(null, toFile(input), false);
    }
    int index = InputReplay.index(memory, passed.values().size() + memory.found().size());
    byte[] input = replay.lastInput(passed, memory);
    Integer entry = index < passed.values().size() ? index : null;
    return new TaskResult.Last(entry, toFile(input), false);
  }

  private Account account(Outcome outcome) {
    return new Account(calls.runs(), outcome.refusals(), outcome.instrumented());
  }

  /**
   * How an input has failed.
   *
   * @param entry which one it is unless it ran earlier, or null for a variation
   * @return null when none has
   */
  private TaskResult.Failed failed(PassedInputs passed, Outcome outcome, Integer entry)
      throws InterruptedException {
    Response.Failed failed = outcome.failed();
    if (failed == null) {
      return null;
    }
    Integer which = failed.late() && entry != null ? passed.find(failed.input(), entry + 1) : entry;
    Evidence evidence = jvm.evidence(outcome.ending());
    return new TaskResult.Failed(which, toFile(failed.input()), failed.failure(), evidence);
  }

  /**
   * @throws UnreadableMemoryException when that is no input of the target
   */
  private byte[] toFile(byte[] input) {
    try {
      return forms.toFile(input);
    } catch (MalformedInputException e) {
      throw new UnreadableMemoryException("not an input of the target: " + e.getMessage());
    }
  }

  /**
   * Minimises an entry.
   *
   * @param coverage to keep, in the worker's numbering; empty when a failure is to be kept
   */
  private TaskResult minimize(Task.Minimize task, byte[] coverage, List<KnownCause> known)
      throws FuzzException, InterruptedException {
    Call.Keep keep =
        task.failure() == null
            ? Call.Keep.coverage(coverage.length, known)
            : Call.Keep.failure(task.failure().signature(), known);
    byte[] value = forms.toMemory(task.entry().content());
    return exchange(
        PassedInputs.of(List.of(value), coverage),
        new Call.Minimize(task.limitMillis(), task.limit(), keep),
        response -> {
          Response.Minimized minimized = (Response.Minimized) response;
          byte[] left = memory.value();
          byte[] input = toFile(left == null ? value : left); // null when about to be written
          Account account = new Account(calls.runs(), null, minimized.instrumented());
          byte[] bits = readBits(minimized.coverageLength());
          List<TaskResult.Other> others =
              minimized.others().stream()
                  .map(other -> new TaskResult.Other(other.failure(), toFile(other.input())))
                  .toList();
          return new TaskResult.Minimized(
              account, input, bits, minimizedFailure(minimized, input), others);
        });
  }

  /** How the smallest input fails, or null; waits for a worker JVM that is about to end. */
  private TaskResult.Failed minimizedFailure(Response.Minimized response, byte[] input)
      throws InterruptedException {
    if (response.failure() == null && !response.ending()) {
      return null;
    }
    Evidence evidence = jvm.evidence(response.ending());
    return response.failure() == null
        ? null
        : new TaskResult.Failed(null, input, response.failure(), evidence);
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
