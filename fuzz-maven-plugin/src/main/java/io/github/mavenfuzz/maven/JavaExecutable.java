package io.github.mavenfuzz.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** Finds the java executable for worker JVMs. */
final class JavaExecutable {
  private JavaExecutable() {}

  /**
   * @param configured or null
   * @throws MojoExecutionException when the configured one is not there
   */
  static Path find(String configured, ToolchainManager toolchains, MavenSession session)
      throws MojoExecutionException {
    if (configured != null && !configured.isBlank()) {
      Path java = Path.of(configured);
      if (!Files.isExecutable(java)) {
        throw new MojoExecutionException(
            "fuzz.jvm: '" + configured + "' is not an executable file; name the java executable.");
      }
      return java;
    }
    Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
    String tool = toolchain == null ? null : toolchain.findTool("java");
    return tool != null ? Path.of(tool) : ofThisJvm(session);
  }

  /** The one that runs Maven. */
  static Path ofThisJvm(MavenSession session) {
    return Path.of(session.getSystemProperties().getProperty("java.home"), "bin", "java");
  }

  /** The folder of the JDK that an executable belongs to; null when that cannot be known. */
  static Path home(Path java) {
    try {
      Path bin = java.toRealPath().getParent();
      return bin == null || !bin.endsWith("bin") ? null : bin.getParent();
    } catch (IOException e) {
      return null;
    }
  }
}
