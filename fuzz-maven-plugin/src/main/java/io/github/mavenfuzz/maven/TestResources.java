package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.corpus.ResourceFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * The folders whose files a module's build copies to the class path of its tests, as the POM and
 * plugins have them at this moment.
 */
final class TestResources {

  /**
   * One of the folders.
   *
   * @param filtered whether the build takes its files for text, and changes them
   * @param ofTests whether it is one of the test resources, and not of the module's own
   */
  record Source(ResourceFolder folder, boolean filtered, boolean ofTests) {}

  private final Path basedir;

  /** The folders of compiled classes, which are both in the class path of the tests. */
  private final List<Path> roots;

  private final List<Source> sources = new ArrayList<>();

  private TestResources(Path basedir, List<Path> roots) {
    this.basedir = basedir;
    this.roots = roots;
  }

  /** All folders, those of the tests first. */
  static List<Source> of(MavenProject project, ModuleFolder module) {
    Path tests = module.resolve(project.getBuild().getTestOutputDirectory());
    Path main = module.resolve(project.getBuild().getOutputDirectory());
    TestResources resources = new TestResources(module.basedir(), List.of(tests, main));
    project.getTestResources().forEach(r -> resources.add(r, tests, true));
    project.getResources().forEach(r -> resources.add(r, main, false));
    return List.copyOf(resources.sources);
  }

  private void add(Resource resource, Path output, boolean ofTests) {
    Path directory = basedir.resolve(resource.getDirectory()).normalize();
    Path goesTo =
        resource.getTargetPath() == null
            ? output
            : output.resolve(resource.getTargetPath().strip()).normalize();
    Path place = Stream.of(goesTo).flatMap(this::places).findFirst().orElse(null);
    if (place != null) {
      ResourcePatterns patterns =
          new ResourcePatterns(directory, resource.getIncludes(), resource.getExcludes());
      sources.add(
          new Source(
              new ResourceFolder(directory, place, patterns::match),
              Boolean.parseBoolean(resource.getFiltering()),
              ofTests));
    }
  }

  private Stream<Path> places(Path goesTo) {
    return roots.stream().filter(goesTo::startsWith).map(root -> root.relativize(goesTo));
  }
}
