package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files of inputs, those with the same content once. */
final class Inputs {
  private Inputs() {}

  /**
   * @param directory null and one that is not there have no files
   * @param prefixes what names of files begin with; none for all
   */
  static List<Path> in(Path directory, List<String> prefixes) throws IOException {
    if (directory == null || !Files.isDirectory(directory)) {
      return List.of();
    }
    Map<String, Path> byContent = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (prefixes.isEmpty() || prefixes.stream().anyMatch(name::startsWith)) {
          byContent.putIfAbsent(digest(file), file);
        }
      }
    }
    return List.copyOf(byContent.values());
  }

  /** The files of which no other has the content. */
  static List<Path> without(List<Path> files, List<Path> others) throws IOException {
    List<String> known = new ArrayList<>();
    for (Path other : others) {
      known.add(digest(other));
    }
    List<Path> left = new ArrayList<>();
    for (Path file : files) {
      if (!known.contains(digest(file))) {
        left.add(file);
      }
    }
    return left;
  }

  private static String digest(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
