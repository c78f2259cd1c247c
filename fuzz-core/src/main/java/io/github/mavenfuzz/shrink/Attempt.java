package io.github.mavenfuzz.shrink;

/** Runs the input that is being made smaller, as it is at the moment. */
public interface Attempt {
  /** Runs the input and says whether it still does what has to be kept. */
  boolean holds();

  /** Whether a limit is reached, or something better turned up than a smaller input. */
  boolean isOver();

  /** Whether as many runs as it takes may be made, rather than about one for each byte. */
  boolean isThorough();
}
