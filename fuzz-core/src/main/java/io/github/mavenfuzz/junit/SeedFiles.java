package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.input.FuzzTarget;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/** Lists the seeds and crashers of one target on the class path. */
final class SeedFiles {
  private final Map<String, SeedFile> filesByName = new TreeMap<>();

  private SeedFiles() {}

  /**
   * Finds the files directly in the target's directory, in directories and jars alike, without
   * those whose name begins with a dot.
   *
   * @return by name; of files with one name the first on the class path
   * @throws IOException when a directory or jar cannot be read
   */
  static List<SeedFile> find(ClassLoader loader, FuzzTarget target) throws IOException {
    SeedFiles files = new SeedFiles();
    for (URL url : Collections.list(loader.getResources(directory(target)))) {
      switch (url.getProtocol()) {
        case "file" -> files.addDirectory(Path.of(uri(url)));
        case "jar" -> files.addJar((JarURLConnection) url.openConnection());
        default -> {
          // what other class loaders invent has no directories to list
        }
      }
    }
    return List.copyOf(files.filesByName.values());
  }

  /** The test resource that is the target's directory: {@code fuzz/<class>/<method>/}. */
  static String directory(FuzzTarget target) {
    String path = Path.of(FuzzTarget.RESOURCES).resolve(target.relativeDirectory()).toString();
    return path.replace('\\', '/') + '/';
  }

  private void addDirectory(Path directory) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path file : entries) {
        if (Files.isRegularFile(file) && !Files.isHidden(file)) {
          add(file.getFileName().toString(), () -> Files.readAllBytes(file));
        }
      }
    }
  }

  private void addJar(JarURLConnection connection) throws IOException {
    Path file = Path.of(uri(connection.getJarFileURL()));
    String directory = connection.getEntryName();
    try (JarFile jar = new JarFile(file.toFile())) {
      jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(directory) && name.indexOf('/', directory.length()) < 0)
          .filter(name -> name.length() > directory.length())
          .forEach(name -> add(name.substring(directory.length()), () -> readEntry(file, name)));
    }
  }

  private static byte[] readEntry(Path file, String name) throws IOException {
    try (JarFile jar = new JarFile(file.toFile());
        InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private void add(String name, SeedFile.Content content) {
    if (!name.startsWith(".")) {
      filesByName.putIfAbsent(name, new SeedFile(name, content));
    }
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException("not a valid location of seeds: " + url, e);
    }
  }
}
