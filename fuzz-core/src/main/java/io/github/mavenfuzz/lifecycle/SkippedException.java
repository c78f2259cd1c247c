package io.github.mavenfuzz.lifecycle;

/** JUnit would not run the target here; the message is the reason, and may be empty. */
public final class SkippedException extends Exception {
  private static final long serialVersionUID = 1L;

  public SkippedException(String reason) {
    super(reason == null ? "" : reason.strip(), null, false, false);
  }
}
