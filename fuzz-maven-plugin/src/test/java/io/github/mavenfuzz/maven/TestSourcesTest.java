package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSourcesTest {
  @TempDir Path directory;

  @Test
  void refusesSourcesWithoutClassesAndSaysHowToCompileThem() throws Exception {
    addSource("com/example/SomeFuzzTest.java");

    assertThatThrownBy(this::check)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("run `mvn test-compile fuzz:fuzz`");
  }

  @Test
  void isContentWithClasses() throws Exception {
    addSource("com/example/SomeFuzzTest.java");
    Files.createDirectory(directory.resolve("test-classes"));

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void isContentWithoutSources() throws Exception {
    assertThatCode(this::check).doesNotThrowAnyException();

    addSource(".gitkeep");
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  private void addSource(String file) throws Exception {
    Path source = directory.resolve("java").resolve(file);
    Files.createDirectories(source.getParent());
    Files.createFile(source);
  }

  private void check() throws MojoExecutionException {
    TestSources.checkCompiled(
        directory.resolve("test-classes"),
        List.of(directory.resolve("generated").toString(), directory.resolve("java").toString()));
  }
}
