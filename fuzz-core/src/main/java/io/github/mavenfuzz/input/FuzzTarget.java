package io.github.mavenfuzz.input;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * One method that takes an input. Its names come from a class file, and so may hold anything.
 *
 * @param className the binary name of the class that runs, such as {@code com.example.Outer$Inner};
 *     it declares the method or inherits it
 * @param methodName unique among the targets of its class
 * @param shape the types of its parameters
 * @param place where it is in the code
 */
public record FuzzTarget(String className, String methodName, InputShape shape, TargetPlace place) {

  /** The directory of test resources that holds the seeds and crashers of all targets. */
  public static final String RESOURCES = "fuzz";

  /** The method that Jazzer's driver, and so OSS-Fuzz, takes for a target by its name. */
  public static final String JAZZERS_METHOD = "fuzzerTestOneInput";

  public FuzzTarget {
    if (className.isEmpty() || methodName.isEmpty()) {
      throw new IllegalArgumentException(
          "unusable name of a target: " + className + '#' + methodName);
    }
  }

  /** A target that its class declares, and that needs no instance of another. */
  public FuzzTarget(String className, String methodName, InputShape shape) {
    this(className, methodName, shape, TargetPlace.in(className, shape));
  }

  /** The target as users write it: {@code com.example.ParserFuzz#parses}. */
  public String id() {
    return name().id();
  }

  public TargetName name() {
    return new TargetName(className, methodName);
  }

  /**
   * Where the target's seeds, crashers and corpus entries lie below the directories of each: {@code
   * com.example.ParserFuzz/parses}. It is never outside of them, and no other target's.
   *
   * @throws InvalidPathException when the locale of this JVM has no file names with such characters
   */
  public Path relativeDirectory() {
    return Path.of(FileName.of(className, 0), FileName.of(methodName, 0));
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
