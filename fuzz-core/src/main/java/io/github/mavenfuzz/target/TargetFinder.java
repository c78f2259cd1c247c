package io.github.mavenfuzz.target;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds fuzz targets in class files: the methods that carry {@code @FuzzTest}, ours or Jazzer's,
 * and those that Jazzer's driver knows by name. Loads no class, so nothing of the project runs in
 * the coordinator's JVM. A method is a target of the class whose file declares it, and of no
 * subclass.
 */
public final class TargetFinder {
  private static final String SUFFIX = ".class";

  private final Map<String, TargetScan> scansByClass = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private final ClassSource classes;

  private TargetFinder(ClassSource classes) {
    this.classes = classes;
  }

  /**
   * Looks through directories with compiled classes.
   *
   * @param directories in the order of the class path: of classes with one name the first counts;
   *     one that does not exist has no targets
   * @param classPath folders and jars with the enums and records that targets take, besides the
   *     directories
   */
  public static TargetScan scan(List<Path> directories, List<Path> classPath) {
    List<Path> all = Stream.concat(directories.stream(), classPath.stream()).distinct().toList();
    try (ClassPath classes = new ClassPath(all)) {
      TargetFinder finder = new TargetFinder(classes);
      for (Path directory : directories) {
        if (Files.exists(directory)) {
          finder.walk(directory);
        }
      }
      return finder.result();
    }
  }

  /**
   * Looks at one class.
   *
   * @param classPath folders and jars
   * @param className as in source code or as binary name: a nested class may stand after a dot or a
   *     dollar sign
   * @return at least one target or one problem
   */
  public static TargetScan scanClass(List<Path> classPath, String className) {
    try (ClassPath classes = new ClassPath(classPath)) {
      return new NamedClass(className, classPath).scan(classes);
    }
  }

  /**
   * The types of the parameters of a loaded method that says it is a target, read from its class
   * file as those of other targets are.
   *
   * @throws IllegalArgumentException with a sentence that says why it cannot be a target
   */
  public static InputShape shape(Method method) {
    return loaded(method.getDeclaringClass()).shape(method.getName(), descriptor(method));
  }

  /**
   * Whether a loaded method of the name that Jazzer's driver looks for is the one that it takes.
   */
  public static boolean isNamed(Method method) {
    try {
      return loaded(method.getDeclaringClass()).isNamed(method.getName(), descriptor(method));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static ClassTargets loaded(Class<?> type) {
    ClassSource classes = ClassPath.of(type.getClassLoader());
    byte[] bytes = classes.find(type.getName().replace('.', '/'));
    if (bytes == null) {
      throw new IllegalArgumentException(
          "the class file of " + type.getName() + " cannot be found by its class loader");
    }
    try {
      return new ClassTargets(bytes, classes);
    } catch (CorruptClassException e) {
      throw new IllegalArgumentException(
          "the class file of " + type.getName() + ' ' + e.getMessage());
    }
  }

  private static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  private TargetScan result() {
    problems.sort(null);
    scansByClass.values().forEach(scan -> problems.addAll(scan.problems()));
    warnings.sort(null);
    scansByClass.values().forEach(scan -> warnings.addAll(scan.warnings()));
    List<FuzzTarget> targets =
        scansByClass.values().stream().flatMap(scan -> scan.targets().stream()).toList();
    warnOfNamesakes(targets);
    return new TargetScan(targets, problems, warnings);
  }

  /** Many file systems take directories for one whose names differ in case only. */
  private void warnOfNamesakes(List<FuzzTarget> targets) {
    Map<String, FuzzTarget> byDirectory = new HashMap<>();
    for (FuzzTarget target : targets) {
      String directory = Normalizer.normalize(target.id(), Form.NFC).toLowerCase(Locale.ROOT);
      FuzzTarget other = byDirectory.putIfAbsent(directory, target);
      if (other != null) {
        warnings.add(
            ("%s and %s share their inputs where names of directories do not differ by upper and"
                    + " lower case; rename one")
                .formatted(other.id(), target.id()));
      }
    }
  }

  private void walk(Path directory) {
    try {
      Files.walkFileTree(
          directory, EnumSet.of(FOLLOW_LINKS), Integer.MAX_VALUE, new ClassFiles(directory));
    } catch (IOException e) {
      addUnreadable(directory, e);
    }
  }

  /**
   * @param place the internal name of the class that belongs into the file
   */
  private void read(Path file, String place) {
    try {
      ClassTargets targets = new ClassTargets(Files.readAllBytes(file), classes);
      TargetScan scan = targets.scan();
      if (targets.internalName().equals(place)) {
        scansByClass.putIfAbsent(targets.className(), scan);
      } else if (!scan.targets().isEmpty() || !scan.problems().isEmpty()) {
        warnings.add(
            "the class file %s is that of %s, which no JVM looks for there; its targets are not run"
                .formatted(file, targets.className()));
      }
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
    private final Path root;

    ClassFiles(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = root.relativize(file).toString();
      if (name.endsWith(SUFFIX)) {
        String place = name.substring(0, name.length() - SUFFIX.length());
        read(file, place.replace(root.getFileSystem().getSeparator(), "/"));
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
