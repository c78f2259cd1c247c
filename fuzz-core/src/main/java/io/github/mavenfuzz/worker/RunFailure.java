package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureDescriber;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Poison;
import io.github.mavenfuzz.failure.Signature;
import java.time.Duration;
import java.util.List;

/**
 * How one run failed. A target may fail at every other run, so only the signature is worked out
 * until somebody asks for more.
 */
sealed interface RunFailure {

  /** What it is told by, as in {@link Failure#signature()}. */
  Signature signature();

  /** The failure in full. */
  Failure describe();

  /** Whether it may be the cause of failures of later runs in this JVM. */
  default boolean isPoison() {
    return false;
  }

  /** Whether no further run can be made in this JVM. */
  default boolean endsJvm() {
    return endsJvm(describe());
  }

  /**
   * As {@link #endsJvm()}.
   *
   * @param described this failure
   */
  default boolean endsJvm(Failure described) {
    return described.kind() == FailureKind.OUT_OF_MEMORY || isPoison();
  }

  /** Something was thrown. */
  final class Thrown implements RunFailure {
    private final Throwable throwable;

    /** Null until it is asked for. */
    private Signature signature;

    Thrown(Throwable throwable) {
      this.throwable = throwable;
    }

    @Override
    public Signature signature() {
      if (signature == null) {
        signature = FailureDescriber.signature(throwable);
      }
      return signature;
    }

    @Override
    public Failure describe() {
      return FailureDescriber.describe(throwable);
    }

    @Override
    public boolean isPoison() {
      return Poison.isIn(throwable);
    }
  }

  /**
   * A thread that an earlier run left behind has thrown something.
   *
   * @param input the memory form of that run's input
   */
  record Late(Thrown thrown, byte[] input) implements RunFailure {
    @Override
    public Signature signature() {
      return thrown.signature();
    }

    @Override
    public Failure describe() {
      return thrown.describe();
    }

    @Override
    public boolean isPoison() {
      return thrown.isPoison();
    }
  }

  /**
   * The deadline passed, and an interrupt ended the run.
   *
   * @param samples the stacks of the stuck thread
   */
  record Hang(List<StackTraceElement[]> samples, Duration timeout) implements RunFailure {
    @Override
    public Signature signature() {
      return describe().signature();
    }

    @Override
    public Failure describe() {
      return FailureDescriber.hang(samples, timeout);
    }
  }
}
