package io.github.mavenfuzz.target;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds fuzz targets in class files: the methods that carry {@code @FuzzTest}, ours or Jazzer's, by
 * themselves or by way of another annotation, and those that Jazzer's driver knows by name. Loads
 * no class, so nothing of the project runs in the coordinator's JVM. What is wrong with one file,
 * class or method hides no target of another.
 */
public final class TargetFinder {
  private static final String SUFFIX = ".class";

  /** In bytes. */
  private static final long LARGEST_CLASS_FILE = 64L << 20;

  private final ScanResult result = new ScanResult();
  private final Set<String> seen = new HashSet<>();
  private final Lookup lookup;

  private TargetFinder(ClassSource files) {
    lookup = Lookup.in(files);
  }

  /**
   * Looks through directories with compiled classes.
   *
   * @param directories in the order of the class path: of classes with one name the first counts;
   *     one that does not exist has no targets
   * @param classPath folders and jars with what targets take and inherit from, besides the
   *     directories
   */
  public static TargetScan scan(List<Path> directories, List<Path> classPath) {
    List<Path> all = Stream.concat(directories.stream(), classPath.stream()).distinct().toList();
    try (ClassPath files = new ClassPath(all)) {
      TargetFinder finder = new TargetFinder(files);
      for (Path directory : directories) {
        if (Files.exists(directory)) {
          finder.walk(directory);
        }
      }
      return finder.result.toScan();
    }
  }

  /**
   * Looks at one class.
   *
   * @param classPath folders and jars
   * @param className as in source code or as binary name: a nested class may stand after a dot or a
   *     dollar sign
   * @return at least one target, or one that is unusable
   * @throws NoTargetException when there is neither
   */
  public static TargetScan scanClass(List<Path> classPath, String className)
      throws NoTargetException {
    try (ClassPath files = new ClassPath(classPath)) {
      return new NamedClass(className, classPath).scan(files);
    }
  }

  private void walk(Path directory) {
    try {
      Files.walkFileTree(
          directory, EnumSet.of(FOLLOW_LINKS), Integer.MAX_VALUE, new ClassFiles(directory));
    } catch (IOException e) {
      warnUnreadable(directory, "", e);
    }
  }

  /**
   * @param place the internal name of the class that belongs into the file
   */
  private void read(Path file, String place) {
    String className = place.replace('/', '.');
    try {
      read(new ParsedClass(Files.readAllBytes(file)), file, place);
    } catch (IOException e) {
      warnUnreadable(file, className, e);
    } catch (CorruptClassException e) {
      warnUnfound(file, className, e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      warnUnfound(file, className, "cannot be looked through (" + e + ")");
    }
  }

  private void read(ParsedClass type, Path file, String place) {
    if (!type.internalName().equals(place)) {
      if (type.methods().stream().anyMatch(m -> lookup.forms().of(m).isPresent())) {
        result.warn(
            place.replace('/', '.'),
            "the class file %s is that of %s, which no JVM looks for there; its targets are not run"
                .formatted(file, type.className()));
      }
    } else if (seen.add(place)) {
      ClassChain chain = ClassChain.of(type, lookup);
      new ClassTargets(chain, lookup, result).scan();
      new InheritedNestedClasses(lookup, result).scan(chain);
    }
  }

  private void warnUnfound(Path file, String className, String what) {
    result.warn(
        className, "the class file " + file + ' ' + what + ", so its targets are not found");
  }

  private void warnUnreadable(Path path, String className, IOException e) {
    result.warn(
        className, path + " cannot be searched for fuzz targets, because it cannot be read: " + e);
  }

  /** Reads each class file, and goes on after what it cannot read. */
  private final class ClassFiles extends SimpleFileVisitor<Path> {
    private final Path root;

    ClassFiles(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String place = place(file);
      if (place.isEmpty() || attributes.isOther()) { // such as a pipe, on which one waits
        return FileVisitResult.CONTINUE;
      }
      if (attributes.size() > LARGEST_CLASS_FILE) {
        warnUnfound(file, place.replace('/', '.'), "is too large to be one");
      } else {
        read(file, place);
      }
      return FileVisitResult.CONTINUE;
    }

    /**
     * The internal name of the class that belongs into a file; empty when none does: no class has a
     * dot in the name of its package, as the directories of seeds have.
     */
    private String place(Path file) {
      String name = root.relativize(file).toString();
      if (!name.endsWith(SUFFIX)) {
        return "";
      }
      String place = name.substring(0, name.length() - SUFFIX.length());
      return place.indexOf('.') < 0 ? place.replace(root.getFileSystem().getSeparator(), "/") : "";
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      warnUnreadable(file, place(file).replace('/', '.'), e);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
      if (e != null) {
        warnUnreadable(directory, "", e);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
