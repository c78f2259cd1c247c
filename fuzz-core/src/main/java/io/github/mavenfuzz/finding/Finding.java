package io.github.mavenfuzz.finding;

import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.input.FuzzTarget;
import java.nio.file.Path;
import java.util.List;

/**
 * One cause of failure with its smallest crasher.
 *
 * @param target what failed
 * @param failure how it failed on the crasher
 * @param kept the crasher
 * @param reproduced false when the input failed once and passed when it was run again: such a
 *     finding is flaky, and its crasher lies with the suspects
 * @param evidence what the worker JVM left behind that ran the crasher
 * @param variants other ways to the same cause that were found since
 */
public record Finding(
    FuzzTarget target,
    Failure failure,
    KeptInput kept,
    boolean reproduced,
    Evidence evidence,
    List<Variant> variants) {

  public Finding {
    variants = List.copyOf(variants);
  }

  /** A finding without variants. */
  public Finding(
      FuzzTarget target, Failure failure, KeptInput kept, boolean reproduced, Evidence evidence) {
    this(target, failure, kept, reproduced, evidence, List.of());
  }

  /** Twelve hexadecimal digits that stand for the cause, the same on every run. */
  public String id() {
    return failure.id();
  }

  /** The crasher's file content. */
  public byte[] input() {
    return kept.content();
  }

  /** The crasher's absolute path, or null when it could not be written anywhere. */
  public Path crasher() {
    return kept.file();
  }

  /** Whether the crasher was there before this run, as a seed. */
  public boolean known() {
    return kept.seed();
  }

  /** The same input once more is known of how it fails. */
  public Finding as(Failure better, Evidence itsEvidence) {
    return new Finding(target, better, kept, reproduced, itsEvidence, variants);
  }

  /** The same with other variants. */
  public Finding with(List<Variant> others) {
    return new Finding(target, failure, kept, reproduced, evidence, others);
  }
}
