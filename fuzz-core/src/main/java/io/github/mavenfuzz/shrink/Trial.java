package io.github.mavenfuzz.shrink;

/**
 * Asks whether a smaller candidate still does what the minimiser has to keep.
 *
 * @param <T> what a pass works on
 */
interface Trial<T> {
  /**
   * Runs the target on the candidate; a candidate that is accepted is the new value to shrink.
   *
   * @return whether it was accepted; never once {@link #isOver()}
   */
  boolean accepts(T candidate);

  /** Whether the limit of runs or of time is reached, or something better turned up. */
  boolean isOver();
}
