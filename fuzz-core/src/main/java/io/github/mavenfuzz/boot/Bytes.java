package io.github.mavenfuzz.boot;

/**
 * Bytes that a run has compared.
 *
 * @param latin1 the characters U+0000 to U+00FF are the bytes
 */
public record Bytes(String latin1) {}
