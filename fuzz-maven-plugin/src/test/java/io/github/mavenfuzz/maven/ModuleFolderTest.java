package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ModuleFolderTest {
  private final Path folder = Path.of("").toAbsolutePath().resolve("module");
  private final MavenProject project = project();

  private MavenProject project() {
    Model model = new Model();
    model.setPomFile(folder.resolve("pom.xml").toFile());
    MavenProject made = new MavenProject(model);
    made.setFile(folder.resolve("pom.xml").toFile());
    return made;
  }

  @Test
  void staysWhenAPluginPutsAPomElsewhereInThePlaceOfTheModules() {
    project.setFile(folder.resolve("target/dependency-reduced-pom.xml").toFile());

    assertThat(ModuleFolder.of(project))
        .isEqualTo(new ModuleFolder(folder, folder.resolve("pom.xml")));
  }

  @Test
  void isWhereRelativePathsStart() {
    ModuleFolder module = ModuleFolder.of(project);

    assertThat(module.resolve(" seeds\n")).isEqualTo(folder.resolve("seeds"));
    assertThat(module.resolve("../shared")).isEqualTo(folder.resolveSibling("shared"));
    assertThat(module.resolve(folder.toString())).isEqualTo(folder);
    assertThat(module.resolve(" ")).isNull();
    assertThat(module.resolve(null)).isNull();
  }
}
