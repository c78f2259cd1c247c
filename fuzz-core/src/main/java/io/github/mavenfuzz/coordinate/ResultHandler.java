package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.coverage.CoverageBits;
import io.github.mavenfuzz.coverage.ProbeTable;
import io.github.mavenfuzz.coverage.WorkerProbes;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.finding.Evidence;

/**
 * Decides what a worker's result means: an entry for the corpus, a failure to look into, a finding,
 * or nothing. Belongs to the coordinator's thread.
 */
final class ResultHandler {
  private final ProbeTable probes;
  private final RunCorpus corpus;
  private final FindingLog findings;
  private final TaskPlanner planner;

  ResultHandler(ProbeTable probes, RunCorpus corpus, FindingLog findings, TaskPlanner planner) {
    this.probes = probes;
    this.corpus = corpus;
    this.findings = findings;
    this.planner = planner;
  }

  /**
   * @param worker translates the coverage of the worker JVM that made the result
   */
  void handle(Task task, TaskResult result, WorkerProbes worker) {
    if (result.suspectReason() != null) {
      findings.addSuspect(result.input(), result.suspectReason());
    }
    byte[] bits = result.bits() == null ? null : worker.toGlobal(result.bits());
    if (task instanceof Task.Confirm confirm) {
      confirmed(confirm.entry(), confirm.failure(), result);
    } else if (task instanceof Task.Minimize minimize) {
      if (minimize.failure() != null) {
        confirmed(minimize.entry(), minimize.failure(), result);
      } else {
        minimized(minimize, result, bits);
      }
    } else if (task instanceof Task.Fuzz fuzz && fuzz.warmup()) {
      warmedUp(fuzz.entry(), result, bits);
    } else {
      fuzzed(result, bits);
    }
  }

  /**
   * Ends a task that nobody had the time for: a failure is reported and an entry kept as it was
   * found.
   */
  void giveUp(Task task) {
    if (task instanceof Task.Confirm confirm) {
      giveUp(confirm.entry(), confirm.failure());
    } else if (task instanceof Task.Minimize minimize && minimize.failure() != null) {
      giveUp(minimize.entry(), minimize.failure());
    } else if (task instanceof Task.Minimize minimize) {
      keep(minimize.entry());
    }
  }

  /** Ends a task of which nobody wants to know: a failure is kept as a suspect. */
  void setAside(Task task) {
    if (task.isAboutFailure()) {
      findings.addSuspect(
          task.entry().content(),
          "This input failed once, and the run ended before it was run again.");
    } else {
      giveUp(task);
    }
  }

  private void giveUp(CorpusEntry entry, Failure failure) {
    findings.add(entry, failure, entry.content(), true, Evidence.NONE);
  }

  private void warmedUp(CorpusEntry entry, TaskResult result, byte[] bits) {
    if (result.failure() != null) {
      failed(entry, result.failure());
    } else if (result.suspectReason() == null) {
      if (bits != null) {
        probes.merge(bits);
      }
      planner.add(entry);
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
    }
  }

  /** An input that failed has been run again, and perhaps made smaller. */
  private void confirmed(CorpusEntry entry, Failure failure, TaskResult result) {
    if (result.hasFailed(failure)) {
      byte[] input = entry.seed() ? entry.content() : result.input();
      findings.add(entry, result.failure(), input, true, result.evidence());
      return;
    }
    // A death while it was made smaller, of whatever kind, does not speak against the failure.
    boolean died = result.failure() != null || result.suspectReason() != null;
    findings.add(entry, failure, entry.content(), died, result.evidence());
    if (result.failure() != null) {
      failed(CorpusEntry.inMemory(result.input()), result.failure());
    }
  }
}
