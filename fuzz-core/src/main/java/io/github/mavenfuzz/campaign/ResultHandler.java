package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.campaign.Search.Seen;
import io.github.mavenfuzz.comm.Response.Reached;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.coverage.CoverageBits;
import io.github.mavenfuzz.coverage.ProbeTable;
import io.github.mavenfuzz.coverage.WorkerProbes;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.finding.Evidence;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Decides what a worker's result means: an entry for the corpus, a failure to look into, a finding,
 * or nothing. Belongs to the coordinator's thread.
 */
public final class ResultHandler {
  /** So often a confirmation is begun anew when something outside has ended its JVM. */
  private static final int MAX_KILLS = 3;

  private final ProbeTable probes;
  private final RunCorpus corpus;
  private final FindingLog findings;
  private final TaskPlanner planner;
  private final Runnable onDoubt;
  private final SmallerCrashers smaller;

  /** Entries whose first run something outside has cut short. */
  private final Set<CorpusEntry> killed = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param onDoubt called when a failure did not repeat in a fresh JVM: the JVM that saw it may be
   *     spoilt by earlier runs and should be replaced
   */
  public ResultHandler(
      ProbeTable probes,
      RunCorpus corpus,
      FindingLog findings,
      TaskPlanner planner,
      Runnable onDoubt) {
    this.probes = probes;
    this.corpus = corpus;
    this.findings = findings;
    this.planner = planner;
    this.onDoubt = onDoubt;
    this.smaller = new SmallerCrashers(corpus.shape(), planner.isDeterministic());
  }

  /**
   * @param worker translates the coverage of the worker JVM that made the result
   */
  public void handle(Task task, TaskResult result, WorkerProbes worker) {
    if (task instanceof Task.Confirm confirm) {
      confirmed(confirm, result);
    } else if (task instanceof Task.Trace trace) {
      traced(trace, result);
    } else if (result instanceof TaskResult.Died died) {
      died(task, died);
    } else if (result instanceof TaskResult.WarmedUp warmedUp) {
      warmedUp(((Task.WarmUp) task).entries(), warmedUp, worker);
    } else if (result instanceof TaskResult.Fuzzed fuzzed) {
      fuzzed((Task.Fuzz) task, fuzzed, worker);
    } else if (result instanceof TaskResult.Minimized minimized) {
      minimized((Task.Minimize) task, minimized, worker);
    }
  }

  /** How an entry fails where it is traced does not count. */
  private void traced(Task.Trace task, TaskResult result) {
    if (result instanceof TaskResult.Traced traced) {
      planner.traced(task, traced);
    } else {
      planner.notTraced(task);
    }
  }

  /** The coverage of entries that have passed is lost with their JVM, so these run again. */
  private void died(Task task, TaskResult.Died result) {
    if (task instanceof Task.WarmUp warmUp) {
      diedWarmingUp(warmUp.entries(), result);
      return;
    }
    noteSuspect(result);
    if (task instanceof Task.Minimize minimize) {
      if (minimize.failure() != null) {
        failureMinimized(minimize, result);
        return;
      }
      keep(minimize.entry(), 0, minimize.keep());
    } else if (task instanceof Task.Fuzz fuzz) {
      planner.died(result.last().entry(), fuzz);
      result.found().stream().map(CorpusEntry::inMemory).forEach(this::findAgain);
    }
    if (result.failure() != null) {
      failed(CorpusEntry.inMemory(result.last().input()), result.failure());
    }
  }

  /** What an entry has reached that was found by a JVM that has died is to be seen once more. */
  private void findAgain(CorpusEntry entry) {
    if (corpus.fits(entry.content()) && corpus.add(entry)) {
      planner.addWarmup(entry);
    }
  }

  private void noteSuspect(TaskResult.Died result) {
    if (result.suspectReason() != null) {
      findings.addSuspect(result.last().input(), result.suspectReason());
    }
  }

  private void diedWarmingUp(List<CorpusEntry> entries, TaskResult.Died result) {
    TaskResult.Last last = result.last();
    if (last.earlier()) {
      planner.repeatWarmups(entries);
      failed(CorpusEntry.inMemory(last.input()), result.failure());
      return;
    }
    if (last.entry() == null && entries.size() > 1) {
      planner.repeatWarmupsAlone(entries);
      return;
    }
    noteSuspect(result);
    int blamed = last.entry() == null ? 0 : last.entry();
    planner.repeatWarmups(entries.subList(blamed + 1, entries.size()));
    planner.repeatWarmups(entries.subList(0, blamed));
    CorpusEntry entry = entries.get(blamed);
    if (result.failure() != null) {
      failed(entry, result.failure());
    } else if (killed.add(entry)) {
      planner.addWarmup(entry);
    }
  }

  /**
   * Ends a task that could not be done: an entry is kept as it was found, and so is an input that
   * has failed, but only as a suspect, since nothing says that it is to blame.
   */
  public void giveUp(Task task) {
    if (task instanceof Task.Confirm confirm && confirm.search() != null) {
      reportSmallest(confirm, null);
    } else if (task.isAboutFailure()) {
      findings.addSuspect(task.entry().content(), unconfirmed(task));
    } else if (task instanceof Task.Minimize minimize) {
      keep(minimize.entry(), 0, minimize.keep());
    }
  }

  private static String unconfirmed(Task task) {
    Failure failure =
        task instanceof Task.Confirm confirm ? confirm.failure() : ((Task.Minimize) task).failure();
    return "This input failed once ("
        + failure.exception()
        + "), and the run ended before new JVMs could tell whether it always does.";
  }

  private void warmedUp(
      List<CorpusEntry> entries, TaskResult.WarmedUp result, WorkerProbes worker) {
    TaskResult.Failed failed = result.failed();
    boolean ofEntry = failed != null && failed.entry() != null;
    int passed = result.passed().size();
    int next = ofEntry ? failed.entry() + 1 : passed;
    planner.repeatWarmups(entries.subList(next, entries.size()));
    for (int i = 0; i < passed; i++) {
      Reached reached = result.passed().get(i);
      byte[] bits = worker.toGlobal(reached.bits());
      probes.merge(bits);
      planner.add(entries.get(i), reached.nanos(), bits);
    }
    if (failed != null) {
      CorpusEntry entry =
          ofEntry ? entries.get(failed.entry()) : CorpusEntry.inMemory(failed.input());
      failed(entry, failed.failure());
    }
  }

  private void fuzzed(Task.Fuzz task, TaskResult.Fuzzed result, WorkerProbes worker) {
    planner.fuzzed(task, result);
    for (TaskResult.Found found : result.found()) {
      found(found, worker);
    }
    if (result.failed() != null) {
      failed(CorpusEntry.inMemory(result.failed().input()), result.failed().failure());
    }
  }

  private void found(TaskResult.Found found, WorkerProbes worker) {
    byte[] bits = worker.toGlobal(found.reached().bits());
    byte[] fresh = probes.newBits(bits);
    if (fresh == null || !corpus.fits(found.input())) {
      return;
    }
    probes.merge(fresh);
    CorpusEntry entry = CorpusEntry.inMemory(found.input());
    if (planner.canMinimizeCoverage()) {
      planner.addMinimization(entry, fresh);
    } else {
      keep(entry, found.reached().nanos(), bits);
    }
  }

  /**
   * Only what two runs have had counts as reached: that is what was to be kept. What else the one
   * run of the smaller input has hit may be chance.
   */
  private void minimized(Task.Minimize task, TaskResult.Minimized result, WorkerProbes worker) {
    result.others().forEach(o -> failed(CorpusEntry.inMemory(o.input()), o.failure()));
    if (task.failure() != null) {
      failureMinimized(task, result);
      return;
    }
    if (result.failed() != null) {
      failed(CorpusEntry.inMemory(result.input()), result.failed().failure());
    }
    byte[] bits = result.bits() == null ? null : worker.toGlobal(result.bits());
    // A worker JVM that has not loaded a class cannot keep that class's coverage.
    boolean lost = bits == null || !CoverageBits.contains(bits, task.keep(), task.keep().length);
    boolean smaller = !lost && corpus.fits(result.input());
    keep(smaller ? CorpusEntry.inMemory(result.input()) : task.entry(), 0, task.keep());
  }

  /**
   * @param bits what the entry has reached, as far as is known, in the run's numbering
   */
  private void keep(CorpusEntry entry, long nanos, byte[] bits) {
    if (corpus.add(entry)) {
      planner.add(entry, nanos, bits);
    }
  }

  private void failed(CorpusEntry entry, Failure failure) {
    if (findings.isNew(failure)) {
      planner.addFailure(entry, failure, corpus.fits(entry.content()));
    } else {
      findings.addVariant(entry, failure);
    }
  }

  /** A failure that did not repeat in the JVM that made it smaller may do so in a fresh one. */
  private void failureMinimized(Task.Minimize task, TaskResult result) {
    Task.Confirm confirmation = new Task.Confirm(task.entry(), task.failure());
    TaskResult.Failed failed = result.failed();
    if (result.hasFailed(task.failure())) {
      planner.addConfirmation(confirmation.withSmaller(failed.input()));
      return;
    }
    planner.addConfirmation(confirmation.doubted());
    if (failed != null) {
      failed(CorpusEntry.inMemory(failed.input()), failed.failure());
    }
  }

  /** A smaller input was tried in a fresh JVM. */
  private void tried(Task.Confirm task, TaskResult result) {
    TaskResult.Failed failed = result.failed();
    Seen seen = result.hasFailed(task.failure()) ? seen(task, failed) : null;
    // A short look cannot tell a hang from a slow run.
    if (seen == null && failed != null && failed.failure().kind() != FailureKind.HANG) {
      failed(task.entry(), failed.failure());
    }
    Task.Confirm next = smaller.next(task, seen);
    if (next == null) {
      reportSmallest(task, seen);
    } else {
      planner.addConfirmation(next);
    }
  }

  private static Seen seen(Task.Confirm task, TaskResult.Failed failed) {
    return new Seen(task.entry(), failed.failure(), failed.evidence());
  }

  /**
   * @param seen how the entry of the task has failed, or null when it has not failed alike
   */
  private void reportSmallest(Task.Confirm task, Seen seen) {
    report(task, SmallerCrashers.result(task.search(), task.failure(), seen));
  }

  private void report(Task.Confirm task, Seen seen) {
    findings.add(task.origin(), seen.failure(), seen.entry().content(), true, seen.evidence());
    if (task.failure().isUnplaced() && !seen.failure().isUnplaced()) { // the next may have another
      findings.retract(task.failure());
    }
  }

  /** What an input does in a fresh JVM is what it does, whatever it seemed to do before. */
  private void confirmed(Task.Confirm task, TaskResult result) {
    if (task.search() != null) {
      tried(task, result);
      return;
    }
    if (result instanceof TaskResult.Died died && died.suspectReason() != null) {
      if (task.attempt().kills() < MAX_KILLS) {
        planner.addConfirmation(task.afterKill());
      } else {
        giveUp(task);
      }
      return;
    }
    TaskResult.Failed failed = result.failed();
    if (result.hasFailed(task.failure())) {
      if (task.isForSeveralJvms()) {
        planner.addConfirmation(task.inAnotherJvm());
        return;
      }
      Task.Confirm first = smaller.first(task, seen(task, failed));
      if (first == null) {
        report(task, seen(task, failed));
      } else {
        planner.addConfirmation(first);
      }
      return;
    }
    if (failed != null) {
      add(task, failed);
    } else if (!task.hasProbes()) {
      planner.addConfirmation(task.withProbes());
      return;
    }
    if (!task.isOfOrigin()) {
      planner.addConfirmation(task.ofOrigin());
      return;
    }
    if (failed == null) {
      findings.add(task.origin(), task.failure(), task.entry().content(), false, Evidence.NONE);
    } else {
      findings.retract(task.failure());
    }
    if (task.failure().kind().isRepeatable()) {
      onDoubt.run();
    }
  }

  private void add(Task.Confirm task, TaskResult.Failed failed) {
    findings.add(task.origin(), failed.failure(), task.entry().content(), true, failed.evidence());
  }
}
