package io.github.mavenfuzz.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How worker JVMs are started.
 *
 * @param java the launcher
 * @param arguments further arguments of the JVM, after the engine's own, so that they win
 * @param classPath the project's test class path, without the engine and without modules
 * @param modules the part of the project's code that is in named modules
 * @param systemProperties for the target
 * @param environment variables for the target, added to those of this process
 * @param workingDirectory as the project's unit tests have it
 */
public record JvmSettings(
    Path java,
    List<String> arguments,
    List<Path> classPath,
    ModulePath modules,
    Map<String, String> systemProperties,
    Map<String, String> environment,
    Path workingDirectory) {

  /** All code lies on the class path. */
  public JvmSettings(
      Path java,
      List<String> arguments,
      List<Path> classPath,
      Map<String, String> systemProperties,
      Map<String, String> environment,
      Path workingDirectory) {
    this(
        java,
        arguments,
        classPath,
        ModulePath.NONE,
        systemProperties,
        environment,
        workingDirectory);
  }
}
