package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.failure.FailureDescriber;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.failure.KnownCauses;
import io.github.mavenfuzz.failure.Signature;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The failures that a call need not return for; in the worker's main thread, as long as that. */
final class KnownFailures {
  private final KnownCauses causes;

  KnownFailures(Collection<KnownCause> causes) {
    this.causes = new KnownCauses(causes);
  }

  /** Whether a run that hangs need not be waited for, once it is seen where it does. */
  boolean haveHangs() {
    return causes.all().stream().anyMatch(known -> known.cause().isHang());
  }

  /**
   * @param samples the stacks of a run that may hang
   */
  boolean isKnownHang(List<StackTraceElement[]> samples) {
    return !samples.isEmpty()
        && causes.isKnown(FailureDescriber.hang(samples, Duration.ZERO).signature());
  }

  /**
   * Also another way to a known cause, as long as such are kept, and what makes further runs fail,
   * such as a heap that is full for good: a new JVM is due.
   */
  boolean isNews(RunFailure failure) {
    Signature signature = failure.signature();
    return causes.isNews(signature)
        || signature.cause().isOutOfMemory() && Heap.isFull()
        || failure.isPoison();
  }
}
