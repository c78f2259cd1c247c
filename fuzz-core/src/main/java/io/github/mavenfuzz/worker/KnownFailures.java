package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.failure.CrashSignature;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The failures that a call need not return for; in the worker's main thread, as long as that. */
final class KnownFailures {
  private final Set<String> signatures;

  KnownFailures(Collection<String> signatures) {
    this.signatures = new HashSet<>(signatures);
  }

  /** Also what makes further runs fail, such as a heap that is full for good: a new JVM is due. */
  boolean isNews(RunFailure failure) {
    String signature = failure.signature();
    return !CrashSignature.isKnown(signature, signatures)
        || CrashSignature.isOutOfMemory(signature) && Heap.isFull()
        || failure.isPoison();
  }
}
