package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenOptionsTest {
  @TempDir Path root;
  private Path here;
  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final Properties system = new Properties();

  @BeforeEach
  void makeFolders() throws IOException {
    here = Files.createDirectories(root.resolve("clone/module"));
    Files.createDirectory(root.resolve("clone/.git"));
    system.setProperty("maven.home", root.resolve("maven").toString());
  }

  private Path file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "<settings/>");
  }

  private List<String> words() {
    return new MavenOptions(
            request, system, MavenConfigFile.in(root.resolve("clone")), Paths.in(here, here))
        .words();
  }

  @Test
  void areNoneWhereMavenHasThemByItself() throws Exception {
    request.setGlobalSettingsFile(file("maven/conf/settings.xml").toFile());
    request.setUserSettingsFile(
        Path.of(System.getProperty("user.home"), ".m2", "settings.xml").toFile());
    request.setUserToolchainsFile(root.resolve("missing.xml").toFile());

    assertThat(words()).isEmpty();
  }

  @Test
  void nameSettingsAndToolchainsByPathsThatHoldInAnotherClone() throws Exception {
    request.setUserSettingsFile(file("clone/ci/settings.xml").toFile());
    request.setGlobalSettingsFile(file("elsewhere/global.xml").toFile());
    request.setUserToolchainsFile(file("clone/module/toolchains.xml").toFile());
    request.setGlobalToolchainsFile(file("clone/toolchains.xml").toFile());
    request.setOffline(true);

    assertThat(words())
        .containsExactly(
            "-s",
            "../ci/settings.xml",
            "-gs",
            root.resolve("elsewhere/global.xml").toString(),
            "-t",
            "toolchains.xml",
            "-gt",
            "../toolchains.xml",
            "-o");
  }

  @Test
  void leaveOutWhatACiServerHasMadeForOneBuild() throws Exception {
    request.setUserSettingsFile(file("workspace@tmp/config1/settings.xml").toFile());

    assertThat(words()).isEmpty();
  }

  @Test
  void leaveOutWhatEveryCloneHas() throws Exception {
    Files.createDirectory(root.resolve("clone/.mvn"));
    Files.writeString(root.resolve("clone/.mvn/maven.config"), "-s\nci/settings.xml\n--offline\n");
    request.setUserSettingsFile(file("clone/ci/settings.xml").toFile());
    request.setOffline(true);

    assertThat(words()).isEmpty();
  }
}
