package io.github.mavenfuzz.target;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A class whose targets are wanted by name. */
final class NamedClass {
  private static final int MOST_SUGGESTIONS = 3;

  private final String name;
  private final List<Path> classPath;

  /**
   * @param name with a dot or a dollar sign before a nested class
   */
  NamedClass(String name, List<Path> classPath) {
    this.name = name;
    this.classPath = classPath;
  }

  /** Its targets, or a problem if it has none. */
  TargetScan scan(ClassSource classes) {
    byte[] bytes = find(classes);
    if (bytes == null) {
      return problem("there is no class " + name + " on the class path" + suggestions());
    }
    try {
      ClassTargets own = new ClassTargets(bytes, classes);
      if (!own.className().replace('$', '.').equals(name.replace('$', '.'))) {
        return problem("the class file of " + name + " is that of " + own.className());
      }
      TargetScan scan = own.scan();
      if (isEmpty(scan)) {
        scan = inherited(own, classes);
      }
      return isEmpty(scan) ? problem(name + " has no fuzz target; " + TargetForm.FORMS) : scan;
    } catch (CorruptClassException e) {
      return problem("the class file of " + name + ' ' + e.getMessage());
    }
  }

  /** The target that a superclass has by its name, as Jazzer's driver finds it. */
  private static TargetScan inherited(ClassTargets own, ClassSource classes)
      throws CorruptClassException {
    Set<String> seen = new HashSet<>(); // a corrupt class may be its own superclass
    TargetScan scan = own.scan();
    ClassTargets type = own;
    while (isEmpty(scan) && type.superName() != null && seen.add(type.superName())) {
      byte[] bytes = classes.find(type.superName());
      if (bytes == null) {
        return scan;
      }
      type = new ClassTargets(bytes, classes);
      scan = type.scanInherited(own.className());
    }
    return scan;
  }

  private static boolean isEmpty(TargetScan scan) {
    return scan.targets().isEmpty() && scan.problems().isEmpty();
  }

  private static TargetScan problem(String sentence) {
    return new TargetScan(List.of(), List.of(sentence), List.of());
  }

  /** Looks for nested classes from the innermost out, as a compiler names them. */
  private byte[] find(ClassSource classes) {
    StringBuilder path = new StringBuilder(name.replace('.', '/'));
    byte[] bytes = classes.find(path.toString());
    for (int i = path.lastIndexOf("/"); bytes == null && i >= 0; i = path.lastIndexOf("/")) {
      path.setCharAt(i, '$');
      bytes = classes.find(path.toString());
    }
    return bytes;
  }

  private String suggestions() {
    String simple = simpleName(name);
    int most = Math.max(2, simple.length() / 3);
    String closest =
        ClassNames.on(classPath).stream()
            .filter(n -> EditDistance.between(simple, simpleName(n)) <= most)
            .sorted(Comparator.comparingInt(n -> EditDistance.between(name, n)))
            .distinct()
            .limit(MOST_SUGGESTIONS)
            .collect(Collectors.joining(", "));
    return closest.isEmpty() ? "" : "; there is " + closest;
  }

  private static String simpleName(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
