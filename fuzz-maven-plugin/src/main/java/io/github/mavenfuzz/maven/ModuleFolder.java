package io.github.mavenfuzz.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;

/**
 * The folder of a module and its POM, as people keep them. The project itself may say otherwise in
 * the middle of a build: the shade and the flatten plugin put a POM that they have made in the
 * place of the module's, and even make the folder of that POM the module's.
 *
 * @param basedir absolute
 * @param pom absolute
 */
record ModuleFolder(Path basedir, Path pom) {

  static ModuleFolder of(MavenProject project) {
    // The model remembers the file that it was read from, whatever the project is given later.
    File file =
        Stream.of(project.getModel(), project.getOriginalModel())
            .filter(Objects::nonNull)
            .map(Model::getPomFile)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(project::getFile);
    Path pom = file.toPath().toAbsolutePath().normalize();
    return new ModuleFolder(pom.getParent(), pom);
  }

  /**
   * The path that a parameter means.
   *
   * @param value starts from the module's folder when it is relative; white space around it does
   *     not count; may be null or blank
   * @return null when there is no value
   */
  Path resolve(String value) {
    return value == null || value.isBlank() ? null : basedir.resolve(value.strip()).normalize();
  }
}
