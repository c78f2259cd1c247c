package io.github.mavenfuzz.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedFilesTest {
  private static final FuzzTarget TARGET =
      new FuzzTarget("p.A$B", "parses it", InputShape.of(LeafKind.STRING));
  private static final String HOME = "fuzz/p.A$B/parses it/";

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"classes", "with space", "100% #1 ü+"})
  void readsDirectories(String root) throws IOException {
    Path directory = directory(root, HOME + "b", HOME + "a ä%20#?.txt", HOME + "c/d");

    assertThat(found(directory)).containsExactly("a ä%20#?.txt=" + root, "b=" + root);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tests.jar", "with space.jar", "100% #1 ü+.jar"})
  void readsJars(String name) throws IOException {
    Path jar =
        jar(name, HOME, HOME + "b", HOME + "a ä%20#?.txt", HOME + "c/", HOME + "c/d", HOME + ".e");

    assertThat(found(jar)).containsExactly("a ä%20#?.txt=" + name, "b=" + name);
  }

  @Test
  void takesTheFirstOfFilesWithOneNameFromTheWholeClassPath() throws IOException {
    Path first = directory("first", HOME + "same", HOME + "z");
    Path second = jar("second.jar", HOME, HOME + "same", HOME + "a");
    Path third = directory("third", HOME + "same", HOME + "m");

    assertThat(found(first, second, third))
        .containsExactly("a=second.jar", "m=third", "same=first", "z=first");
  }

  @Test
  void leavesTheFilesOfOtherTargetsAlone() throws IOException {
    Path directory =
        directory("classes", "fuzz/p.A$B/parses/x", "fuzz/p.A/parses it/x", "p.A$B/parses it/x");

    assertThat(found(directory)).isEmpty();
  }

  private static List<String> found(Path... classPath) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path element : classPath) {
      urls.add(element.toUri().toURL());
    }
    List<String> found = new ArrayList<>();
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
      for (SeedFile file : SeedFiles.find(loader, TARGET)) {
        found.add(file.name() + '=' + new String(file.read(), UTF_8));
      }
    }
    return found;
  }

  /** A directory whose files hold the directory's name. */
  private Path directory(String name, String... files) throws IOException {
    Path directory = temp.resolve(name);
    for (String file : files) {
      Files.createDirectories(directory.resolve(file).getParent());
      Files.writeString(directory.resolve(file), name);
    }
    return directory;
  }

  /** A jar whose files hold the jar's name. */
  private Path jar(String name, String... entries) throws IOException {
    Path jar = temp.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        if (!entry.endsWith("/")) {
          out.write(name.getBytes(UTF_8));
        }
      }
    }
    return jar;
  }
}
