package io.github.mavenfuzz.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A module with the engine's name and nothing in it, for worker JVMs: the module of the tests may
 * require the engine, which itself has to stay on the class path. There the tests find it, as their
 * module reads what is on the class path, too.
 */
public final class EngineModule {
  /** The name of the module that the engine's jar is on a module path. */
  public static final String NAME = "io.github.mavenfuzz.core";

  private static final String FILE = "engine-module.jar";

  private EngineModule() {}

  /** Makes sure that the module is there. */
  public static void provide(PrivateDirectory directory) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", NAME);
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(jar)) {
      ZipEntry entry = new ZipEntry(JarFile.MANIFEST_NAME);
      entry.setTime(0); // the same bytes each time
      out.putNextEntry(entry);
      manifest.write(out);
    }
    directory.provide(FILE, jar.toByteArray());
  }

  /**
   * @param file another file of the same directory
   */
  static Path beside(Path file) {
    return file.resolveSibling(FILE);
  }
}
