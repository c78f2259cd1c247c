package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.mutate.Hint;

/**
 * A value of an input, which the target has been given as it is: a number among its arguments, or
 * one that it has taken from a provider. What is put there is what the target gets.
 */
interface Place {
  /** A {@code Long}, {@code Double}, {@code String} or value of the JDK's. */
  Object value();

  /**
   * How the place gets another value.
   *
   * @param wanted of the same class
   * @return null when it cannot have that
   */
  Hint put(Object wanted);
}
