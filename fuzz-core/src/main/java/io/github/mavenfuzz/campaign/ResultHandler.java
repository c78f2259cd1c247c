package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.campaign.Search.Seen;
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
   * @param onDoubt told when a worker JVM has lived on after what is not so in a fresh one: what
   *     earlier runs have left behind in it may falsify later ones too
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
      return;
    }
    if (task instanceof Task.WarmUp warmUp && result.index() < 0 && warmUp.entries().size() > 1) {
      planner.repeatWarmupsAlone(warmUp.entries());
      return;
    }
    if (result.suspectReason() != null) {
      findings.addSuspect(result.input(), result.suspectReason());
    }
    byte[] bits = result.bits() == null ? null : worker.toGlobal(result.bits());
    if (task instanceof Task.Minimize minimize) {
      result.others().forEach(o -> failed(CorpusEntry.inMemory(o.input()), o.failure()));
      if (minimize.failure() != null) {
        failureMinimized(minimize, result);
      } else {
        minimized(minimize, result, bits);
      }
    } else if (task instanceof Task.WarmUp warmUp) {
      warmedUp(warmUp.entries(), result, bits);
    } else {
      fuzzed(result, bits);
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
      keep(minimize.entry());
    }
  }

  private static String unconfirmed(Task task) {
    Failure failure =
        task instanceof Task.Confirm confirm ? confirm.failure() : ((Task.Minimize) task).failure();
    return "This input failed once ("
        + failure.exception()
        + "), and the run ended before new JVMs could tell whether it always does.";
  }

  /** The coverage of entries that have passed is lost with their JVM, so these run again. */
  private void warmedUp(List<CorpusEntry> entries, TaskResult result, byte[] bits) {
    boolean ended = result.failure() != null || result.suspectReason() != null;
    int last = Math.max(0, result.index());
    List<CorpusEntry> passed = entries.subList(0, ended ? last : last + 1);
    planner.repeatWarmups(entries.subList(Math.min(last + 1, entries.size()), entries.size()));
    if (bits != null) {
      probes.merge(bits);
    }
    if (bits != null || !ended) {
      passed.forEach(planner::add);
    } else {
      planner.repeatWarmups(passed);
    }
    if (result.index() == entries.size()) {
      failed(CorpusEntry.inMemory(result.input()), result.failure());
    } else if (ended) {
      blame(entries.get(last), result);
    }
  }

  private void blame(CorpusEntry entry, TaskResult result) {
    if (result.failure() != null) {
      failed(entry, result.failure());
    } else if (killed.add(entry)) {
      planner.addWarmup(entry);
    }
  }

  private void fuzzed(TaskResult result, byte[] bits) {
    if (result.failure() != null) {
      failed(CorpusEntry.inMemory(result.input()), result.failure());
    } else if (bits != null) {
      byte[] fresh = probes.newBits(bits);
      if (fresh != null) {
        CorpusEntry entry = CorpusEntry.inMemory(result.input());
        probes.merge(bits);
        if (!corpus.fits(entry.content())) {
          return;
        }
        if (planner.canMinimizeCoverage()) {
          planner.addMinimization(entry, fresh);
        } else {
          keep(entry);
        }
      }
    }
  }

  private void minimized(Task.Minimize task, TaskResult result, byte[] bits) {
    if (result.failure() != null) {
      failed(CorpusEntry.inMemory(result.input()), result.failure());
    }
    // A worker JVM that has not loaded a class cannot keep that class's coverage.
    boolean lost = bits == null || !CoverageBits.contains(bits, task.keep(), task.keep().length);
    if (lost || !corpus.fits(result.input())) {
      keep(task.entry());
    } else {
      probes.merge(bits);
      keep(CorpusEntry.inMemory(result.input()));
    }
  }

  private void keep(CorpusEntry entry) {
    if (corpus.add(entry)) {
      planner.add(entry);
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
    if (result.hasFailed(task.failure())) {
      planner.addConfirmation(confirmation.withSmaller(result.input()));
      return;
    }
    planner.addConfirmation(confirmation.doubted());
    if (result.failure() != null) {
      failed(CorpusEntry.inMemory(result.input()), result.failure());
    }
  }

  /** A smaller input was tried in a fresh JVM. */
  private void tried(Task.Confirm task, TaskResult result) {
    Failure failure = result.failure();
    Seen seen = result.hasFailed(task.failure()) ? seen(task, result) : null;
    // A short look cannot tell a hang from a slow run.
    if (seen == null && failure != null && failure.kind() != FailureKind.HANG) {
      failed(task.entry(), failure);
    }
    Task.Confirm next = smaller.next(task, seen);
    if (next == null) {
      reportSmallest(task, seen);
    } else {
      planner.addConfirmation(next);
    }
  }

  private static Seen seen(Task.Confirm task, TaskResult result) {
    return new Seen(task.entry(), result.failure(), result.evidence());
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
    if (result.suspectReason() != null) {
      if (task.attempt().kills() < MAX_KILLS) {
        planner.addConfirmation(task.afterKill());
      } else {
        giveUp(task);
      }
      return;
    }
    Failure fresh = result.failure();
    if (result.hasFailed(task.failure())) {
      if (task.isForSeveralJvms()) {
        planner.addConfirmation(task.inAnotherJvm());
        return;
      }
      Task.Confirm first = smaller.first(task, seen(task, result));
      if (first == null) {
        report(task, seen(task, result));
      } else {
        planner.addConfirmation(first);
      }
      return;
    }
    if (fresh != null) {
      add(task, fresh, result.evidence());
    } else if (!task.hasProbes()) {
      planner.addConfirmation(task.withProbes());
      return;
    }
    if (!task.isOfOrigin()) {
      planner.addConfirmation(task.ofOrigin());
      return;
    }
    if (fresh == null) {
      findings.add(task.origin(), task.failure(), task.entry().content(), false, result.evidence());
    } else {
      findings.retract(task.failure());
    }
    if (task.failure().kind().isRepeatable()) {
      onDoubt.run();
    }
  }

  private void add(Task.Confirm task, Failure failure, Evidence evidence) {
    findings.add(task.origin(), failure, task.entry().content(), true, evidence);
  }
}
