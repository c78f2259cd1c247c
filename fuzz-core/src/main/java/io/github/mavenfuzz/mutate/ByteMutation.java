package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteRun;

/**
 * One way to change a run of bytes. It never makes the run longer than {@link ByteRun#maxLength()};
 * a run that is longer from the start it only shortens or changes in place.
 */
@FunctionalInterface
public interface ByteMutation {

  /**
   * Changes the run.
   *
   * @return false when the mutation does not apply to this run, or what was drawn would change
   *     nothing; then the run is as it was
   */
  boolean apply(ByteRun run, PcgRandom random);
}
