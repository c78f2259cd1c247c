package io.github.mavenfuzz.finding;

import java.nio.file.Path;

/**
 * An input that was running when something outside killed the worker JVM; not a finding.
 *
 * @param file where the input was kept, absolute, or null when it could not be written
 * @param reason a sentence that says what happened
 */
public record Suspect(Path file, String reason) {}
