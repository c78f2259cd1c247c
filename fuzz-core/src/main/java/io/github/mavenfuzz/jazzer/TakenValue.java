package io.github.mavenfuzz.jazzer;

import java.util.function.Function;

/**
 * A value that the target has taken from a provider of bytes.
 *
 * @param data all bytes of the provider
 * @param from where the bytes begin of which the value was made
 * @param to where they end
 * @param value a {@code Long}, {@code Double} or {@code String}
 * @param encoder the bytes of which the provider would make another value; null when there are none
 */
public record TakenValue(
    byte[] data, int from, int to, Object value, Function<Object, byte[]> encoder) {}
