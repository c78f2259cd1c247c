package io.github.mavenfuzz.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;

/** The class path of a project's tests, for worker JVMs. */
final class TestClassPath {
  private static final String GROUP_ID = "io.github.mavenfuzz";
  private static final String ARTIFACT_ID = "fuzz-core";

  private final MavenProject project;

  TestClassPath(MavenProject project) {
    this.project = project;
  }

  /**
   * @param additional further elements, or null
   * @return absolute paths, without the engine that the project depends on: two versions of it in
   *     one JVM could not work together
   */
  List<Path> elements(List<String> additional) throws DependencyResolutionRequiredException {
    Set<String> engines =
        project.getArtifacts().stream()
            .filter(a -> GROUP_ID.equals(a.getGroupId()) && ARTIFACT_ID.equals(a.getArtifactId()))
            .map(Artifact::getFile)
            .map(File::getPath)
            .collect(Collectors.toSet());
    List<Path> elements = new ArrayList<>();
    for (String element : project.getTestClasspathElements()) {
      if (!engines.contains(element)) {
        elements.add(Path.of(element));
      }
    }
    if (additional != null) {
      ModuleFolder module = ModuleFolder.of(project);
      Values.list(additional).forEach(element -> elements.add(module.resolve(element)));
    }
    return elements;
  }
}
