package io.github.mavenfuzz.input;

import java.nio.file.Path;

/**
 * One method that takes an input. Its two names become names of directories, so neither can be a
 * way out of one.
 *
 * @param className the binary name of the class, such as {@code com.example.Outer$Inner}
 * @param methodName unique among the targets of its class
 * @param shape the types of its parameters
 */
public record FuzzTarget(String className, String methodName, InputShape shape) {

  /** The directory of test resources that holds the seeds and crashers of all targets. */
  public static final String RESOURCES = "fuzz";

  /** The method that Jazzer's driver, and so OSS-Fuzz, takes for a target by its name. */
  public static final String JAZZERS_METHOD = "fuzzerTestOneInput";

  public FuzzTarget {
    if (!isDirectoryName(className) || !isDirectoryName(methodName)) {
      throw new IllegalArgumentException(
          "unusable name of a target: " + className + '#' + methodName);
    }
  }

  /** Whether a directory can have this name, on every platform and without leaving its parent. */
  public static boolean isDirectoryName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == 0);
  }

  /** The target as users write it: {@code com.example.ParserFuzz#parses}. */
  public String id() {
    return className + '#' + methodName;
  }

  /**
   * Where the target's seeds, crashers and corpus entries lie below the directories of each: {@code
   * com.example.ParserFuzz/parses}.
   */
  public Path relativeDirectory() {
    return Path.of(className, methodName);
  }

  /**
   * The directory of test resources in which Jazzer looks for inputs of the class's targets: {@code
   * com/example/ParserFuzzInputs}. It names a nested class without those around it.
   */
  public String jazzersResource() {
    int simpleName = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1;
    String inPackage = className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
    return inPackage + className.substring(simpleName) + "Inputs";
  }
}
