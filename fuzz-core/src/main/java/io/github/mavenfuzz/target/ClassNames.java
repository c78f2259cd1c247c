package io.github.mavenfuzz.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Names the classes on a class path without reading any, to check patterns of class names. */
public final class ClassNames {
  private static final String SUFFIX = ".class";

  private ClassNames() {}

  /**
   * @param classPath folders and jars; what cannot be read has no classes
   * @return binary names
   */
  public static List<String> on(List<Path> classPath) {
    List<String> names = new ArrayList<>();
    for (Path element : classPath) {
      try {
        if (Files.isDirectory(element)) {
          addFolder(element, names);
        } else if (Files.isRegularFile(element)) {
          addJar(element, names);
        }
      } catch (IOException e) {
        // The JVM ignores such an element of its class path, too.
      }
    }
    return names;
  }

  private static void addFolder(Path folder, List<String> names) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(SUFFIX))
          .forEach(file -> names.add(toName(file)));
    }
  }

  private static void addJar(Path jar, List<String> names) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .map(entry -> entry.getName())
          .filter(entry -> entry.endsWith(SUFFIX) && !entry.startsWith("META-INF/"))
          .forEach(entry -> names.add(toName(entry)));
    }
  }

  private static String toName(String file) {
    return file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
  }
}
