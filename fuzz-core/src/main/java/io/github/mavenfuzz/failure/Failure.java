package io.github.mavenfuzz.failure;

/**
 * One failed run of a target, as both sides and the reports see it.
 *
 * @param signature of which cause it is, and on which way it came there
 * @param exception the class name of the root cause, or of the outermost exception that states a
 *     severity; for a failure without a throwable, a short description such as {@code exit code 3}
 * @param message the message of that exception, possibly cut, or null when it has none
 * @param stackTrace the whole trace as the JVM prints it, possibly cut, with its first line; empty
 *     when none is known
 * @param severity how bad it is, or null when no exception states that
 */
public record Failure(
    Signature signature, String exception, String message, String stackTrace, Severity severity) {

  /** A failure of which no exception states how bad it is. */
  public Failure(Signature signature, String exception, String message, String stackTrace) {
    this(signature, exception, message, stackTrace, null);
  }

  /** How it failed. */
  public FailureKind kind() {
    return signature.cause().kind();
  }

  /** What names the cause, the same in every run. */
  public String id() {
    return signature.cause().id();
  }

  /**
   * Whether the same input may fail like this at one time and like the other at another for one and
   * the same cause.
   */
  public boolean isLike(Failure other) {
    return signature.isLike(other.signature);
  }

  /** Whether it is known what was thrown, but not where. */
  public boolean isUnplaced() {
    return signature.cause().isUnplaced();
  }

  /** Whether the root cause is that the stack was full. */
  public boolean isStackOverflow() {
    return signature.cause().isStackOverflow();
  }

  /** The same exit of the JVM, once its code is known. */
  public Failure withExitCode(int code) {
    String text = "exit code " + code;
    String trace =
        stackTrace.startsWith(exception)
            ? text + stackTrace.substring(exception.length())
            : stackTrace;
    return new Failure(signature, text, message, trace, severity);
  }
}
