package io.github.mavenfuzz.input;

/**
 * One method that takes an input.
 *
 * @param className the binary name of the class, such as {@code com.example.Outer$Inner}
 * @param methodName unique among the targets of its class
 * @param shape the types of its parameters
 */
public record FuzzTarget(String className, String methodName, InputShape shape) {

  /** The target as users write it: {@code com.example.ParserFuzz#parses}. */
  public String id() {
    return className + '#' + methodName;
  }
}
