package io.github.mavenfuzz.jazzer;

import java.util.function.Function;

/**
 * A value that the target has taken from a provider of bytes.
 *
 * @param data all bytes of the provider
 * @param from where the bytes begin of which the value was made
 * @param to where they end
 * @param size how many bytes a number takes when there are enough; 0 for a text
 * @param value a {@code Long}, {@code Double} or {@code String}
 * @param encoder the bytes of which the provider would make another value; null when there are none
 */
public record TakenValue(
    byte[] data, int from, int to, int size, Object value, Function<Object, byte[]> encoder) {

  /** How many bytes a number would have taken that were not there. */
  public int missing() {
    return Math.max(0, size - (to - from));
  }
}
