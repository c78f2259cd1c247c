package io.github.mavenfuzz.failure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Turns what a run of a target came to into a {@link Failure}. Runs in the worker JVM right after
 * the failure, in the replay of JUnit tests, and, for deaths of a worker JVM, in the coordinator.
 * Throwables belong to the fuzzed project and may be hostile: no method here throws.
 */
public final class FailureDescriber {
  private static final int MAX_MESSAGE = 2000;
  private static final int MAX_TRACE = 64 * 1024;

  /** After an OutOfMemoryError the heap may still be full. */
  private static final int MAX_TRACE_OUT_OF_MEMORY = 8 * 1024;

  /** Made beforehand, for when not even a small object can be allocated any more. */
  private static final Failure NO_MEMORY_LEFT =
      named(FailureKind.OUT_OF_MEMORY, OutOfMemoryError.class.getName());

  private FailureDescriber() {}

  /** Describes a heap that the target has filled although no run of it threw an error. */
  public static Failure outOfMemory() {
    return NO_MEMORY_LEFT;
  }

  /** Describes a throwable that escaped the target or one of its threads. */
  public static Failure describe(Throwable thrown) {
    try {
      return describeChain(SampledStacks.cut(ThrowableReader.chain(thrown)));
    } catch (Throwable hostile) {
      return describeBriefly(thrown);
    }
  }

  /** The signature that {@link #describe} would give, without the cost of printing a trace. */
  public static Signature signature(Throwable thrown) {
    try {
      return CauseFinder.ofChain(SampledStacks.cut(ThrowableReader.chain(thrown)));
    } catch (Throwable hostile) {
      return describeBriefly(thrown).signature();
    }
  }

  private static Failure describeChain(List<Throwable> chain) {
    Throwable root = chain.get(chain.size() - 1);
    Throwable issue = ThrowableReader.issue(chain);
    Throwable shown = issue == null ? root : issue;
    boolean outOfMemory = root instanceof OutOfMemoryError;
    return new Failure(
        CauseFinder.ofChain(chain),
        shown.getClass().getName(),
        BoundedText.cut(ThrowableReader.message(shown), MAX_MESSAGE),
        TracePrinter.print(chain.get(0), outOfMemory ? MAX_TRACE_OUT_OF_MEMORY : MAX_TRACE),
        issue == null ? null : Severity.statedBy(issue));
  }

  private static Failure describeBriefly(Throwable thrown) {
    try {
      String name = thrown.getClass().getName();
      return named(
          thrown instanceof OutOfMemoryError ? FailureKind.OUT_OF_MEMORY : FailureKind.EXCEPTION,
          name);
    } catch (Throwable outOfMemory) {
      return NO_MEMORY_LEFT;
    }
  }

  /** A failure of which nothing is known but its name. */
  private static Failure named(FailureKind kind, String name) {
    return new Failure(new Signature(new Cause(kind, name, List.of())), name, null, "");
  }

  /**
   * Describes a run that did not return in time, from one look at its thread; see {@link
   * #hang(List, Duration)}.
   *
   * @param stack topmost frame first; empty when unknown
   */
  public static Failure hang(StackTraceElement[] stack, Duration deadline) {
    return hang(List.<StackTraceElement[]>of(stack), deadline);
  }

  /**
   * Describes a run that did not return in time. Its signature is what lies outermost, up to three
   * frames and only as far as all samples agree. A loop deep inside is thus named by what called
   * it, which is the same whenever one looks; a loop close to the target method needs more than one
   * sample to be told from what it calls.
   *
   * @param samples stacks of the thread, topmost frame first, taken a little apart; at least one,
   *     of which the first is printed
   */
  public static Failure hang(List<StackTraceElement[]> samples, Duration deadline) {
    String text = "no return within " + seconds(deadline);
    return withoutThrowable(CauseFinder.ofHang(samples), text, samples.get(0));
  }

  /**
   * Describes a worker JVM that stood still as a whole, so that it could not end the run itself.
   *
   * @param stopped whether a signal had stopped it
   */
  public static Failure standstill(boolean stopped, Duration deadline) {
    String name = stopped ? "hang of a stopped JVM" : Cause.HANG;
    return new Failure(
        new Signature(new Cause(FailureKind.HANG, name, List.of())),
        "no return within " + seconds(deadline),
        stopped
            ? "the JVM was stopped by a signal such as SIGSTOP"
            : "the JVM stood still as a whole, so that no stack is known",
        "");
  }

  /**
   * Describes the end of a worker JVM that the target itself brought about.
   *
   * <p>Its signature is the place and never the code, which may come from the input: a target that
   * exits with a byte of it would have hundreds of findings. An exit of unknown place is plainly an
   * exit, since two places that are taken for one are worth less trouble than one for hundreds.
   *
   * @param stack of the call that ended it, topmost frame first; empty when unknown
   */
  public static Failure exit(int code, StackTraceElement[] stack) {
    return withoutThrowable(CauseFinder.ofExit(stack), "exit code " + code, stack);
  }

  /**
   * Describes the death of a worker JVM by a signal.
   *
   * @param number as Linux counts them
   */
  public static Failure signal(int number) {
    String known = Signals.name(number);
    String name = known == null ? "signal " + number : known;
    return named(FailureKind.SIGNAL, name);
  }

  private static Failure withoutThrowable(
      Signature signature, String text, StackTraceElement[] stack) {
    return new Failure(signature, text, null, trace(text, stack));
  }

  /** The trace of what is no throwable; empty when there is no stack. */
  static String trace(String headline, StackTraceElement[] stack) {
    return stack.length == 0 ? "" : TracePrinter.print(headline, stack, MAX_TRACE);
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }
}
