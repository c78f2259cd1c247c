package io.github.mavenfuzz.finding;

import io.github.mavenfuzz.failure.CrashSignature;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.input.FuzzTarget;
import java.nio.file.Path;

/**
 * One cause of failure with its smallest crasher.
 *
 * @param id twelve hexadecimal digits that stand for the signature, the same on every run
 * @param target what failed
 * @param failure how it failed on the crasher
 * @param input the crasher's file content
 * @param crasher the crasher's absolute path, or null when it could not be written anywhere
 * @param known whether the crasher was there before this run, as a seed
 * @param reproduced false when the input failed once and passed when it was run again: such a
 *     finding is flaky, and its crasher lies with the suspects
 * @param evidence what the worker JVM left behind that ran the crasher
 */
public record Finding(
    String id,
    FuzzTarget target,
    Failure failure,
    byte[] input,
    Path crasher,
    boolean known,
    boolean reproduced,
    Evidence evidence) {

  /** The same input once more is known of how it fails. */
  public Finding as(Failure better, Evidence itsEvidence) {
    return new Finding(
        CrashSignature.id(better.signature()),
        target,
        better,
        input,
        crasher,
        known,
        reproduced,
        itsEvidence);
  }
}
