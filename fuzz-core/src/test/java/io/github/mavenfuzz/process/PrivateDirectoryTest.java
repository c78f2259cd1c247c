package io.github.mavenfuzz.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.boot.Guidance;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void itsBootJarHoldsThePackageOfTheCountersAndNothingElse() throws Exception {
    try (PrivateDirectory directory = new PrivateDirectory();
        JarFile jar = new JarFile(directory.provideBootJar().toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName().replace('/', '.')))
          .contains(Counters.class.getName() + ".class", Guidance.class.getName() + ".class")
          .allMatch(name -> name.startsWith("io.github.mavenfuzz.boot."));
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

  /** Makes a directory while its JVM ends, and prints what comes of that. */
  static final class Ending {
    private Ending() {}

    public static void main(String[] args) {
      Runtime.getRuntime().addShutdownHook(new Thread(Ending::makeDirectory));
    }

    private static void makeDirectory() {
      try (PrivateDirectory directory = new PrivateDirectory()) {
        System.out.println(directory.path());
      } catch (Exception e) {
        System.out.println(e);
      }
    }
  }

  @Test
  void aJvmThatIsAboutToEndMakesNoneAndLeavesNothingBehind(@TempDir Path temp) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temp,
                "-cp",
                System.getProperty("java.class.path"),
                Ending.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine())
          .isEqualTo("java.lang.InterruptedException: the JVM is about to end");
    } finally {
      process.destroyForcibly().waitFor();
    }

    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void anInterruptedThreadMakesNone() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(PrivateDirectory::new);
    assertThat(Thread.interrupted()).isFalse();
  }
}
