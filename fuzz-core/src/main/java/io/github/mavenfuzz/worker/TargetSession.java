package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Preparation;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureDescriber;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.jazzer.TakenLog;
import io.github.mavenfuzz.lifecycle.LifecycleException;
import io.github.mavenfuzz.lifecycle.PreparedTarget;
import io.github.mavenfuzz.lifecycle.SkippedException;
import java.io.IOException;

/**
 * The time from the loading of a target to its end; in the worker JVM's main thread. Whoever runs
 * the target between does so from within, as what prepares it may want to be on the stack.
 */
final class TargetSession {

  /** What is done with a target that is prepared. */
  @FunctionalInterface
  interface Runs {
    void make(TargetInvoker invoker, Preparation preparation)
        throws IOException, MalformedInputException;
  }

  private final FuzzTarget target;
  private final TargetLoader loader;
  private final Runs runs;
  private boolean prepared;

  /** What the runs have thrown, which may not pass through what belongs to the target. */
  private Throwable thrown;

  private String problem;

  /**
   * @param log told what the target takes from providers, or null
   */
  TargetSession(WorkerSettings settings, Runs runs, TakenLog log) {
    this.target = settings.target();
    this.loader = new TargetLoader(settings.target(), settings.targetArguments(), log);
    this.runs = runs;
  }

  /**
   * Prepares the target, makes the runs, and ends it.
   *
   * @return why there were no runs, or null when there were
   */
  Preparation host() {
    try {
      TargetLoader.Loaded loaded = loader.load();
      loaded.host().host(ofTarget -> makeRuns(loaded, ofTarget));
    } catch (TargetLoadException e) {
      return failed(e);
    } catch (LifecycleException e) {
      if (!prepared) {
        return failed(new TargetLoadException("its " + e.getMessage(), e.getCause()));
      }
      problem = sentence(e);
    } catch (SkippedException e) {
      return Preparation.skipped(e.getMessage());
    }
    return null;
  }

  private void makeRuns(TargetLoader.Loaded loaded, PreparedTarget ofTarget) {
    prepared = true;
    try {
      runs.make(
          new TargetInvoker(ofTarget, loaded.arguments()),
          Preparation.done(loaded.warnings(), loaded.note()));
    } catch (Throwable e) {
      thrown = e;
    }
  }

  private Preparation failed(TargetLoadException e) {
    return Preparation.failed(target.id() + " cannot be run, " + e.explanation());
  }

  private String sentence(LifecycleException e) {
    Failure failure = FailureDescriber.describe(e.getCause());
    return "After the last run of %s, %s: %s: %s."
        .formatted(target.id(), e.getMessage(), failure.exception(), failure.message());
  }

  /** Throws what the runs have thrown, if anything. */
  void rethrow() throws IOException, MalformedInputException {
    if (thrown instanceof IOException e) {
      throw e;
    }
    if (thrown instanceof MalformedInputException e) {
      throw e;
    }
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  /** A sentence that says what went wrong when the target was ended, or null. */
  String problem() {
    return problem;
  }
}
