package io.github.mavenfuzz.target;

/**
 * Something about a class that keeps no target from running.
 *
 * @param className the binary name of the class; empty when it concerns no class in particular
 * @param sentence without its end
 */
public record ScanWarning(String className, String sentence) {}
