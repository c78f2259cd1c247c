/**
 * The benchmark that compares fuzzers: the same target classes, seeds, heap and time for each,
 * interleaved and repeated. {@code mvn -Pbench verify -pl fuzz-it -am} runs it; {@link
 * io.github.mavenfuzz.bench.Bench} is its entry point.
 */
package io.github.mavenfuzz.bench;
