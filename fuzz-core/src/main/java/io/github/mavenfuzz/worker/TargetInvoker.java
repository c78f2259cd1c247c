package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.argument.ArgumentFactory;
import io.github.mavenfuzz.argument.RefusedArgumentException;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.lifecycle.Assumptions;
import io.github.mavenfuzz.lifecycle.PreparedTarget;

/** Runs a prepared target with values in plain form; lives in the worker JVM's main thread. */
final class TargetInvoker {
  /** In characters. */
  private static final int MAX_REASON = 500;

  private final PreparedTarget target;
  private final ArgumentFactory factory;
  private final Assumptions assumptions = new Assumptions();
  private long refusedRuns;
  private RefusedArgumentException lastRefusal;

  TargetInvoker(PreparedTarget target, ArgumentFactory factory) {
    this.target = target;
    this.factory = factory;
  }

  /** As {@link PreparedTarget#renew()}. */
  boolean renew() {
    return target.renew();
  }

  /** As {@link PreparedTarget#renewAlways()}. */
  void renewAlways() {
    target.renewAlways();
  }

  /** The runs since the last call that did not reach the target; null when all did. */
  Refusals takeRefusals() {
    if (refusedRuns == 0) {
      return null;
    }
    String reason = lastRefusal.getMessage();
    Refusals refusals =
        new Refusals(refusedRuns, reason.substring(0, Math.min(reason.length(), MAX_REASON)));
    refusedRuns = 0;
    lastRefusal = null;
    return refusals;
  }

  /**
   * Runs the target once, or not at all when a class that it takes refuses a value: then the values
   * are no input of the target, and {@link #takeRefusals()} counts the run.
   *
   * @param values in plain form and of the target's shape; they are replaced by the arguments,
   *     which the target may keep or change
   * @return what it threw, or null; null too for an assumption that the input does not meet
   */
  Throwable run(Object[] values) {
    try {
      factory.convert(values);
      target.run(values);
      return null;
    } catch (RefusedArgumentException refused) {
      refusedRuns++;
      lastRefusal = refused;
      return null;
    } catch (Throwable thrown) {
      return assumptions.haveFailed(thrown) ? null : thrown;
    }
  }
}
