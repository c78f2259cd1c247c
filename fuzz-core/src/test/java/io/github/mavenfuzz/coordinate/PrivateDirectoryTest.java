package io.github.mavenfuzz.coordinate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.mavenfuzz.coverage.Counters;
import io.github.mavenfuzz.coverage.Guidance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class PrivateDirectoryTest {

  @Test
  void canBeEnteredByItsOwnerOnly() throws Exception {
    try (PrivateDirectory directory = new PrivateDirectory()) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(directory.file("x").getParent())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void isDeletedWithAllThatIsInIt() throws Exception {
    PrivateDirectory directory = new PrivateDirectory();
    Path deep = Files.createDirectories(directory.file("a").resolve("b"));
    Files.writeString(deep.resolve("c"), "d");
    Path path = directory.file("a").getParent();

    directory.close();
    directory.close();

    assertThat(path).doesNotExist();
  }

  @Test
  void itsBootJarHoldsTheCountersAndNothingElse() throws Exception {
    try (PrivateDirectory directory = new PrivateDirectory();
        JarFile jar = new JarFile(directory.writeBootJar().toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName().replace('/', '.')))
          .containsExactly(
              Counters.class.getName() + ".class",
              Guidance.class.getName() + ".class",
              "io.github.mavenfuzz.coverage.Features.class",
              "io.github.mavenfuzz.coverage.Exits.class");
    }
  }

  @Test
  void isNotMadeAgainOnceItIsClosed() throws Exception {
    PrivateDirectory directory = new PrivateDirectory();
    Path path = directory.file("a").getParent();
    directory.close();

    assertThatIOException().isThrownBy(directory::restore).withMessage("the run is over");
    assertThatIOException().isThrownBy(() -> directory.provide("a", new byte[1]));
    assertThat(path).doesNotExist();
  }
}
