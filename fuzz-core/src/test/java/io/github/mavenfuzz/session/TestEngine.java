package io.github.mavenfuzz.session;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.mavenfuzz.agent.FuzzAgent;
import io.github.mavenfuzz.process.Engine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.ClassNode;

/** The engine as it lies in the build's folders, with its libraries under their own names. */
public final class TestEngine {
  private TestEngine() {}

  /**
   * @param directory for the agent's jar
   */
  public static Engine in(Path directory) throws IOException {
    List<Path> classPath =
        List.of(
            locationOf(FuzzAgent.class),
            locationOf(ClassReader.class),
            locationOf(ClassNode.class),
            locationOf(AnalyzerAdapter.class),
            locationOf(JsonFactory.class));
    Path jar = directory.resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", FuzzAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return new Engine(jar, classPath);
  }

  /** The folder or jar that a class was loaded from. */
  public static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
