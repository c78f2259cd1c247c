package io.github.mavenfuzz.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** The test sources of a project, which have to be compiled before targets are found. */
final class TestSources {
  private TestSources() {}

  /**
   * @param classes the folder of the compiled test classes
   * @param roots folders of test sources, which may be missing
   * @throws MojoExecutionException when there are sources and no classes at all
   */
  static void checkCompiled(Path classes, List<String> roots) throws MojoExecutionException {
    if (!Files.exists(classes) && roots.stream().map(Path::of).anyMatch(TestSources::hasFiles)) {
      throw new MojoExecutionException(
          "No test classes are compiled yet, so no fuzz target can be found; run"
              + " `mvn test-compile fuzz:fuzz`.");
    }
  }

  /** A folder that only a file such as {@code .gitkeep} holds is as good as none. */
  private static boolean hasFiles(Path root) {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.anyMatch(
          f -> Files.isRegularFile(f) && !f.getFileName().toString().startsWith("."));
    } catch (IOException e) {
      return true;
    }
  }
}
