package io.github.mavenfuzz.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the engine's own code lies, for worker JVMs.
 *
 * @param agentJar the jar whose manifest names the agent
 * @param classPath what the agent and the worker's main class need, before the project's class path
 */
public record Engine(Path agentJar, List<Path> classPath) {

  /**
   * The self-contained jar from which this class was loaded.
   *
   * @throws FuzzException when it was loaded from a folder of classes, which has no agent
   */
  public static Engine ofThisJar() throws FuzzException {
    Path jar = location();
    if (!Files.isRegularFile(jar)) {
      throw new FuzzException(
          "The engine was loaded from " + jar + ", but it needs its jar: build it with package.");
    }
    return new Engine(jar, List.of(jar));
  }

  /** The engine's jar, or the folder of its classes. */
  static Path location() {
    try {
      return Path.of(Engine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the engine's code has no proper location", e);
    }
  }
}
