package io.github.mavenfuzz.coverage;

/**
 * The probes of one instrumented class, as a worker JVM announces them.
 *
 * @param className the binary name
 * @param crc the CRC-32 of the class file before instrumentation
 * @param first the number of the class's first probe in that worker JVM
 * @param count how many consecutive probes the class has
 */
public record ClassProbes(String className, long crc, int first, int count) {}
