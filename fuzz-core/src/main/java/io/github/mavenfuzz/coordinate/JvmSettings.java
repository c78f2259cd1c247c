package io.github.mavenfuzz.coordinate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How worker JVMs are started.
 *
 * @param java the launcher
 * @param arguments further arguments of the JVM, after the engine's own, so that they win
 * @param classPath the project's test class path, without the engine
 * @param systemProperties for the target
 * @param environment variables for the target, added to those of this process
 * @param workingDirectory as the project's unit tests have it
 */
public record JvmSettings(
    Path java,
    List<String> arguments,
    List<Path> classPath,
    Map<String, String> systemProperties,
    Map<String, String> environment,
    Path workingDirectory) {}
