package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Targets;
import io.github.mavenfuzz.probe.ProbedLoader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesTest {
  private static final ClassLoader PLUGINS = new ProbedLoader(0);

  private final ClassFiles files = new ClassFiles();

  @TempDir Path folder;

  private static ProtectionDomain from(URL place) {
    return new ProtectionDomain(new CodeSource(place, (Certificate[]) null), null);
  }

  @Test
  void aClassOnTheClassPathHasAFileWhateverItsLoaderSays() {
    assertThat(files.has(Targets.class.getName(), PLUGINS, null)).isTrue();
    assertThat(files.has(Targets.class.getName())).isTrue();
    assertThat(files.has("com.example.targets.Made1", PLUGINS, null)).isFalse();
  }

  @Test
  void aClassHasAFileWhereItsLoaderSaysThatItComesFrom() throws Exception {
    Path jar = folder.resolve("plugin.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("p/Rule1.class"));
    }
    Files.createDirectories(folder.resolve("p"));
    Files.createFile(folder.resolve("p/Rule2.class"));
    ProtectionDomain inJar = from(jar.toUri().toURL());
    ProtectionDomain inFolder = from(folder.toUri().toURL());

    assertThat(files.has("p.Rule1", PLUGINS, inJar)).isTrue();
    assertThat(files.has("p.Rule2", PLUGINS, inFolder)).isTrue();
    assertThat(files.has("p.Rule3", PLUGINS, inJar)).isFalse();
    assertThat(files.has("p.Rule3", PLUGINS, inFolder)).isFalse();
  }

  @Test
  void ofAClassThatWasSeenItIsKnownLater() throws Exception {
    Path file = Files.createFile(folder.resolve("Rule4.class"));
    files.has("Rule4", PLUGINS, from(folder.toUri().toURL()));
    Files.delete(file);

    assertThat(files.has("Rule4")).isTrue();
    assertThat(files.has("Rule5")).isFalse();
  }

  /** As Groovy's scripts have it. */
  @Test
  void aPlaceThatIsNotThereHasNoFiles() throws Exception {
    assertThat(files.has("Script1", PLUGINS, from(new URL("file:/groovy/shell")))).isFalse();
    assertThat(files.has("Script1", PLUGINS, from(null))).isFalse();
  }
}
