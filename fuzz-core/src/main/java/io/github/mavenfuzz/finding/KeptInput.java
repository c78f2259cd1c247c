package io.github.mavenfuzz.finding;

import java.nio.file.Path;

/**
 * An input that fails, and where it is kept.
 *
 * @param content of the file
 * @param file absolute; null when it could not be written anywhere
 * @param seed whether it was there before this run, as a seed
 */
public record KeptInput(byte[] content, Path file, boolean seed) {}
