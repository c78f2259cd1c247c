package io.github.mavenfuzz.bench;

import java.time.Instant;

/**
 * How much a tool has run.
 *
 * @param count calls of the target, as the tool counts them
 * @param end when it stopped
 */
record Runs(long count, Instant end) {}
