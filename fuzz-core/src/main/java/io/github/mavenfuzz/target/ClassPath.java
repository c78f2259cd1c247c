package io.github.mavenfuzz.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The class files of a class path, and of the JDK that runs this. As the JVM does, it passes over
 * elements that cannot be read. Keeps the jars that it has read open until it is closed.
 */
final class ClassPath implements ClassSource, AutoCloseable {
  private final List<Path> elements;
  private final Map<Path, JarFile> jars = new HashMap<>();

  /**
   * The elements that the manifest of each of these jars adds to the class path, the last first.
   */
  private final Map<Path, List<Path>> named = new HashMap<>();

  /**
   * @param elements folders and jars; the first that has a class counts
   */
  ClassPath(List<Path> elements) {
    this.elements = elements;
  }

  /** The class files that a class loader finds, its own and those of its parents. */
  static ClassSource of(ClassLoader loader) {
    return name -> {
      try (InputStream in = loader.getResourceAsStream(name + ".class")) {
        return in == null ? null : in.readAllBytes();
      } catch (IOException e) {
        return null;
      }
    };
  }

  @Override
  public byte[] find(String name) {
    Set<Path> seen = new HashSet<>();
    for (Deque<Path> left = new ArrayDeque<>(elements); !left.isEmpty(); ) {
      Path element = left.pop();
      byte[] found = seen.add(element) ? find(element, name + ".class") : null;
      if (found != null) {
        return found;
      }
      // as the JVM does, right after the jar that names them
      named.getOrDefault(element, List.of()).stream()
          .filter(path -> !seen.contains(path))
          .forEach(left::push);
    }
    return of(ClassLoader.getPlatformClassLoader()).find(name);
  }

  private byte[] find(Path element, String file) {
    try {
      if (Files.isDirectory(element)) {
        Path path = element.resolve(file);
        return Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
      }
      return Files.isRegularFile(element) ? findInJar(element, file) : null;
    } catch (IOException | IllegalArgumentException e) { // a name that no file can have
      return null;
    }
  }

  private byte[] findInJar(Path jar, String file) throws IOException {
    JarFile zip = jars.get(jar);
    if (zip == null) {
      zip = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
      jars.put(jar, zip);
      named.put(jar, namedBy(jar, zip));
    }
    ZipEntry entry = zip.getEntry(file);
    if (entry == null) {
      return null;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** The class path in a jar's manifest, the last first; what is no file is left out. */
  private static List<Path> namedBy(Path jar, JarFile zip) throws IOException {
    Manifest manifest = zip.getManifest();
    String value =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    List<Path> paths = new ArrayList<>();
    for (String url : value == null ? new String[0] : value.strip().split(" +")) {
      try {
        paths.add(0, Path.of(jar.toUri().resolve(url)));
      } catch (IllegalArgumentException | FileSystemNotFoundException e) {
        // The JVM ignores a malformed one, too, and a remote one is not worth a download.
      }
    }
    return paths;
  }

  @Override
  public void close() {
    for (JarFile jar : jars.values()) {
      try {
        jar.close();
      } catch (IOException e) {
        // It was only read.
      }
    }
  }
}
