package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Response.Failed;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Outcome;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.function.Supplier;

/** Tells the coordinator how a call has ended; in the main thread of a worker JVM. */
final class Outcomes {
  private final CountedRuns runs;
  private final Supplier<Instrumented> instrumented;

  /**
   * @param instrumented what to announce with a response
   */
  Outcomes(CountedRuns runs, Supplier<Instrumented> instrumented) {
    this.runs = runs;
    this.instrumented = instrumented;
  }

  /**
   * The end of a call.
   *
   * @param failure what it has to tell of, or null
   * @param last the input that ran last
   */
  Outcome of(RunFailure failure, MutableInput last) {
    if (failure == null) {
      return new Outcome(instrumented.get(), refusals(), null, false);
    }
    Failure described = failure.describe();
    Failed failed =
        failure instanceof RunFailure.Late late
            ? new Failed(late.input(), described, true)
            : new Failed(last.toMemory(), described, false);
    boolean ending = failure.endsJvm(described);
    return new Outcome(instrumented.get(), refusals(), failed, ending);
  }

  /**
   * The end of a call that does not tell of failures.
   *
   * @param failure of the last run, or null
   */
  Outcome ofTrace(RunFailure failure) {
    return new Outcome(instrumented.get(), refusals(), null, failure != null && failure.endsJvm());
  }

  private Refusals refusals() {
    return runs.takeRefusals();
  }
}
