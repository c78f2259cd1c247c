package io.github.mavenfuzz.jupiter;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.SelectorResolutionResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;

/**
 * Hears from Jupiter whether it finds a target, how each invocation went, and what surrounds them.
 */
final class JupiterEvents implements EngineExecutionListener, EngineDiscoveryListener {
  /** The result of the last invocation; null when it was skipped, and after it was taken. */
  private TestExecutionResult result;

  private String skipReason;
  private Throwable failure;

  /** How the last invocation went; null when a condition kept it from running. */
  TestExecutionResult takeResult() {
    TestExecutionResult taken = result;
    result = null;
    return taken;
  }

  /** Why the target was left out, or null when it was not; may be empty. */
  String skipReason() {
    return skipReason;
  }

  /**
   * The throwable that came while Jupiter looked for the target, or around the invocations; or
   * null.
   */
  Throwable failure() {
    return failure;
  }

  @Override
  public void selectorProcessed(
      UniqueId engine, DiscoverySelector selector, SelectorResolutionResult found) {
    failure = found.getThrowable().orElse(failure);
  }

  @Override
  public void executionSkipped(TestDescriptor descriptor, String reason) {
    skipReason = reason == null ? "" : reason;
  }

  @Override
  public void executionFinished(TestDescriptor descriptor, TestExecutionResult finished) {
    if (descriptor.isTest()) {
      result = finished;
    } else {
      keep(finished);
    }
  }

  /** Takes a result for that of the target as a whole. */
  void keep(TestExecutionResult finished) {
    if (finished != null && finished.getStatus() == Status.ABORTED) {
      skipReason = finished.getThrowable().map(Throwable::getMessage).orElse("");
    } else if (finished != null && failure == null) {
      failure = finished.getThrowable().orElse(null);
    }
  }
}
