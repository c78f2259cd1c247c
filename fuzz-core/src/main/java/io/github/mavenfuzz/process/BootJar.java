package io.github.mavenfuzz.process;

import io.github.mavenfuzz.boot.Counters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The content of a jar with the package {@code boot}, for the boot class path of worker JVMs. */
final class BootJar {
  private static final String PACKAGE = Counters.class.getPackageName().replace('.', '/');

  private BootJar() {}

  /** The same bytes each time. */
  static byte[] content() throws IOException {
    Path code = Engine.location();
    if (Files.isDirectory(code)) {
      return jar(code.resolve(PACKAGE));
    }
    try (FileSystem jar = FileSystems.newFileSystem(code, (ClassLoader) null)) {
      return jar(jar.getPath(PACKAGE));
    }
  }

  private static byte[] jar(Path classes) throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(jar)) {
      for (Path file : sorted(classes)) {
        ZipEntry entry = new ZipEntry(PACKAGE + '/' + file.getFileName());
        entry.setTime(0);
        out.putNextEntry(entry);
        Files.copy(file, out);
      }
    }
    return jar.toByteArray();
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("package-info.class"))
          .sorted()
          .toList();
    }
  }
}
