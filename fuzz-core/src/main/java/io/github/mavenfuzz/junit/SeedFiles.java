package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.input.FuzzTarget;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Lists the seeds and crashers of one target on the class path. */
final class SeedFiles {
  private final Map<String, SeedFile> filesByName = new TreeMap<>();
  private final ClassLoader loader;

  private SeedFiles(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Finds the files directly in the target's directory, in directories and jars alike, without
   * those whose name begins with a dot.
   *
   * @return by name; of files with one name the first on the class path
   * @throws IOException when a directory or jar cannot be read
   */
  static List<SeedFile> find(ClassLoader loader, FuzzTarget target) throws IOException {
    SeedFiles files = new SeedFiles(loader);
    files.addAll(new Place(directory(target), "", 1));
    return List.copyOf(files.filesByName.values());
  }

  /**
   * Finds the same files, and those that Jazzer would run the target with; their names begin with
   * that of Jazzer's directory.
   *
   * @throws IOException when a directory or jar cannot be read
   */
  static List<SeedFile> findWithJazzers(ClassLoader loader, FuzzTarget target) throws IOException {
    SeedFiles files = new SeedFiles(loader);
    files.addAll(new Place(directory(target), "", 1));
    String ofClass = target.jazzersResource() + '/';
    String shown = ofClass.substring(ofClass.lastIndexOf('/', ofClass.length() - 2) + 1);
    String ofMethod = target.methodName() + '/';
    files.addAll(new Place(ofClass, shown, 1));
    files.addAll(new Place(ofClass + ofMethod, shown + ofMethod, Integer.MAX_VALUE));
    return List.copyOf(files.filesByName.values());
  }

  /**
   * A directory to look in.
   *
   * @param resource its name, with a slash at the end
   * @param prefix what the names of its files begin with
   * @param depth 1 for the files directly in it
   */
  private record Place(String resource, String prefix, int depth) {
    boolean holds(String file) {
      int nested = (int) file.chars().filter(c -> c == '/').count();
      return nested < depth && !file.isEmpty() && !file.endsWith("/");
    }
  }

  /** The test resource that is the target's directory: {@code fuzz/<class>/<method>/}. */
  static String directory(FuzzTarget target) {
    String path = Path.of(FuzzTarget.RESOURCES).resolve(target.relativeDirectory()).toString();
    return path.replace('\\', '/') + '/';
  }

  private void addAll(Place place) throws IOException {
    for (URL url : Collections.list(loader.getResources(place.resource()))) {
      switch (url.getProtocol()) {
        case "file" -> addDirectory(Path.of(uri(url)), place);
        case "jar" -> addJar((JarURLConnection) url.openConnection(), place);
        default -> {
          // what other class loaders invent has no directories to list
        }
      }
    }
  }

  private void addDirectory(Path directory, Place place) throws IOException {
    try (Stream<Path> files = Files.walk(directory, place.depth(), FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        add(place, name, () -> Files.readAllBytes(file));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void addJar(JarURLConnection connection, Place place) throws IOException {
    Path file = Path.of(uri(connection.getJarFileURL()));
    String directory = connection.getEntryName();
    try (JarFile jar = new JarFile(file.toFile())) {
      jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(directory))
          .filter(name -> place.holds(name.substring(directory.length())))
          .forEach(
              name -> add(place, name.substring(directory.length()), () -> readEntry(file, name)));
    }
  }

  private static byte[] readEntry(Path file, String name) throws IOException {
    try (JarFile jar = new JarFile(file.toFile());
        InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private void add(Place place, String file, SeedFile.Content content) {
    if (!file.substring(file.lastIndexOf('/') + 1).startsWith(".")) {
      String name = place.prefix() + file;
      filesByName.putIfAbsent(name, new SeedFile(name, place.resource() + file, content));
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
