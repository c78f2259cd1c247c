package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.failure.CrashSignature;
import io.github.mavenfuzz.failure.FailureDescriber;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The failures that a call need not return for; in the worker's main thread, as long as that. */
final class KnownFailures {
  private final Set<String> signatures;

  KnownFailures(Collection<String> signatures) {
    this.signatures = new HashSet<>(signatures);
  }

  /** Whether a run that hangs need not be waited for, once it is seen where it does. */
  boolean haveHangs() {
    return signatures.stream().anyMatch(CrashSignature::isHang);
  }

  /**
   * @param samples the stacks of a run that may hang
   */
  boolean isKnownHang(List<StackTraceElement[]> samples) {
    return !samples.isEmpty()
        && signatures.contains(FailureDescriber.hang(samples, Duration.ZERO).signature());
  }

  /** Also what makes further runs fail, such as a heap that is full for good: a new JVM is due. */
  boolean isNews(RunFailure failure) {
    String signature = failure.signature();
    return !CrashSignature.isKnown(signature, signatures)
        || CrashSignature.isOutOfMemory(signature) && Heap.isFull()
        || failure.isPoison();
  }
}
