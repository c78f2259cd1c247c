package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.process.FuzzException;

/** JUnit would not run the target here, so the fuzzer does not either. */
public final class SkippedTargetException extends FuzzException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason as JUnit gives it; may be empty
   */
  public SkippedTargetException(String reason) {
    super("JUnit skips the target" + (reason.isEmpty() ? "" : ": " + reason));
    this.reason = reason;
  }

  /** As JUnit gives it; may be empty. */
  public String reason() {
    return reason;
  }
}
