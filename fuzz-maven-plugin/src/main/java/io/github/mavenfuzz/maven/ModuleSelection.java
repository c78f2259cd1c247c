package io.github.mavenfuzz.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/** Formats the options that say which POM Maven starts from and which module it builds. */
final class ModuleSelection {
  private static final String USUAL_NAME = "pom.xml";

  private final MavenSession session;
  private final MavenProject project;
  private final Paths paths;

  ModuleSelection(MavenSession session, MavenProject project, Paths paths) {
    this.session = session;
    this.project = project;
    this.paths = paths;
  }

  List<String> words() {
    List<String> words = new ArrayList<>();
    ModuleFolder module = ModuleFolder.of(project);
    Path start = startPom();
    if (!start.equals(paths.here().resolve(USUAL_NAME)) && !isGenerated(start)) {
      words.addAll(List.of("-f", paths.fromHere(start)));
    }
    if (!module.pom().equals(start) && !project.isExecutionRoot()) {
      words.addAll(List.of("-pl", selector(start.getParent(), module)));
      if (dependsOnOthers()) {
        words.add("-am");
      }
    }
    return words;
  }

  /** The POM that the build was started with, the one in the folder or that of {@code -f}. */
  private Path startPom() {
    Path pom =
        session.getRequest().getPom() != null
            ? session.getRequest().getPom().toPath()
            : Path.of(session.getExecutionRootDirectory(), USUAL_NAME);
    return pom.toAbsolutePath().normalize();
  }

  /** POMs in another language than XML are turned into hidden files as the build begins. */
  private static boolean isGenerated(Path pom) {
    return pom.getFileName().toString().startsWith(".");
  }

  private String selector(Path root, ModuleFolder module) {
    boolean usual = module.pom().getFileName().toString().equals(USUAL_NAME);
    boolean ofItsOwn = usual && !module.basedir().equals(root);
    String path = root.relativize(ofItsOwn ? module.basedir() : module.pom()).toString();
    // A comma would end it.
    return path.contains(",") ? ':' + project.getArtifactId() : path;
  }

  /** Whether another module has to be built first, also when this build did not need to. */
  private boolean dependsOnOthers() {
    Set<String> modules =
        modules(session).stream()
            .filter(m -> m != project)
            .map(m -> m.getGroupId() + ':' + m.getArtifactId())
            .collect(Collectors.toSet());
    Stream<String> dependencies = project.getDependencies().stream().map(ModuleSelection::key);
    Stream<String> plugins = project.getBuildPlugins().stream().map(Plugin::getKey);
    Stream<String> ofPlugins =
        project.getBuildPlugins().stream()
            .flatMap(plugin -> plugin.getDependencies().stream())
            .map(ModuleSelection::key);
    return Stream.of(dependencies, plugins, ofPlugins).flatMap(s -> s).anyMatch(modules::contains);
  }

  private static String key(Dependency dependency) {
    return dependency.getGroupId() + ':' + dependency.getArtifactId();
  }

  /** All modules of the project, also those that this build leaves out. */
  static List<MavenProject> modules(MavenSession session) {
    List<MavenProject> all = session.getAllProjects();
    return all == null ? session.getProjects() : all;
  }
}
