package io.github.mavenfuzz.input;

/**
 * What a target is called, which is known even where it cannot be run. The names come from a class
 * file, and so may hold anything.
 *
 * @param className the binary name of the class that runs
 * @param methodName unique among the targets of the class
 */
public record TargetName(String className, String methodName) {

  /** The target as users write it: {@code com.example.ParserFuzz#parses}. */
  public String id() {
    return className + '#' + methodName;
  }
}
