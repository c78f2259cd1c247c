package io.github.mavenfuzz.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Finds JUnit Jupiter's engine for modules that depend on its API only: Surefire adds the engine of
 * the same version to the tests' JVM, so worker JVMs need it as well. Lives in Maven's JVM for one
 * goal.
 */
final class JupiterEngine {
  private static final String GROUP_ID = "org.junit.jupiter";
  private static final String API = "junit-jupiter-api";
  private static final String ENGINE = "junit-jupiter-engine";

  private final RepositorySystem repositories;

  JupiterEngine(RepositorySystem repositories) {
    this.repositories = repositories;
  }

  /**
   * The engine's jar and what it needs, less what the module has.
   *
   * @return empty when the module has no API, or the engine as well, or when the engine cannot be
   *     resolved, which is a warning
   */
  List<Path> missing(MavenProject module, MavenSession session, Log log) {
    Set<Artifact> artifacts = module.getArtifacts();
    Optional<Artifact> api = find(artifacts, API);
    return api.isEmpty() || find(artifacts, ENGINE).isPresent()
        ? List.of()
        : resolve(api.get().getBaseVersion(), module, session, log);
  }

  private static Optional<Artifact> find(Set<Artifact> artifacts, String artifactId) {
    return artifacts.stream()
        .filter(a -> a.getGroupId().equals(GROUP_ID) && a.getArtifactId().equals(artifactId))
        .findFirst();
  }

  private List<Path> resolve(String version, MavenProject module, MavenSession session, Log log) {
    Dependency engine =
        new Dependency(new DefaultArtifact(GROUP_ID, ENGINE, "jar", version), "runtime");
    CollectRequest collect = new CollectRequest(engine, module.getRemoteProjectRepositories());
    Set<String> present =
        module.getArtifacts().stream()
            .map(a -> a.getGroupId() + ':' + a.getArtifactId())
            .collect(Collectors.toSet());
    try {
      return repositories
          .resolveDependencies(session.getRepositorySession(), new DependencyRequest(collect, null))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .filter(a -> !present.contains(a.getGroupId() + ':' + a.getArtifactId()))
          .map(org.eclipse.aether.artifact.Artifact::getFile)
          .map(File::toPath)
          .toList();
    } catch (DependencyResolutionException e) {
      log.warn(
          ("%s:%s:%s cannot be resolved, so targets that need JUnit Jupiter cannot be run: %s Add"
                  + " it to the test dependencies.")
              .formatted(GROUP_ID, ENGINE, version, e.getMessage()));
      return List.of();
    }
  }
}
