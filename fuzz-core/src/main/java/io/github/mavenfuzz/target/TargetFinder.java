package io.github.mavenfuzz.target;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the fuzz targets of a project: the methods that carry {@code @FuzzTest} in its class files.
 * Loads no class, so nothing of the project runs in the coordinator's JVM. A method is a target of
 * the class whose file declares it, and of no subclass.
 */
public final class TargetFinder {
  private static final String SUFFIX = ".class";

  private final Map<String, TargetScan> scansByClass = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private TargetFinder() {}

  /**
   * Looks through directories with compiled classes.
   *
   * @param directories in the order of the class path: of classes with one name the first counts;
   *     one that does not exist has no targets
   */
  public static TargetScan scan(List<Path> directories) {
    TargetFinder finder = new TargetFinder();
    for (Path directory : directories) {
      if (Files.exists(directory)) {
        finder.walk(directory);
      }
    }
    return finder.result();
  }

  private TargetScan result() {
    problems.sort(null);
    scansByClass.values().forEach(scan -> problems.addAll(scan.problems()));
    return new TargetScan(
        scansByClass.values().stream().flatMap(scan -> scan.targets().stream()).toList(), problems);
  }

  private void walk(Path directory) {
    try {
      Files.walkFileTree(directory, EnumSet.of(FOLLOW_LINKS), Integer.MAX_VALUE, new ClassFiles());
    } catch (IOException e) {
      addUnreadable(directory, e);
    }
  }

  private void read(Path file) {
    try {
      ClassTargets targets = new ClassTargets(Files.readAllBytes(file));
      scansByClass.putIfAbsent(targets.className(), targets.scan());
    } catch (IOException e) {
      addUnreadable(file, e);
    } catch (CorruptClassException e) {
      problems.add(
          "the class file " + file + " " + e.getMessage() + ", so its targets are not found");
    }
  }

  private void addUnreadable(Path path, IOException e) {
    problems.add(path + " cannot be searched for fuzz targets, because it cannot be read: " + e);
  }

  /** Reads each class file, and goes on after what it cannot read. */
  private final class ClassFiles extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.getFileName().toString().endsWith(SUFFIX)) {
        read(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      addUnreadable(file, e);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
      if (e != null) {
        addUnreadable(directory, e);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
