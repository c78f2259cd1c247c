package io.github.mavenfuzz.comparison;

import java.util.List;

/**
 * A place in the code that compares something.
 *
 * <p>Example: {@code if (version == 3)} in line 17 is {@code ("com.example.Header", "read", 17,
 * EQUALITY, RIGHT, [])}: the right operand is a constant, so an input can only change the left one.
 *
 * @param className with dots
 * @param line 0 where the class file has none
 * @param constant which operand is a constant
 * @param wanted the keys of a switch as {@code Long}, or its words; empty elsewhere
 */
public record Site(
    String className, String method, int line, Test test, Constant constant, List<?> wanted) {

  /** What is asked of two numbers. */
  public enum Test {
    EQUALITY,
    /** Which is less. */
    ORDER
  }

  /** Which operand is a constant of the code. */
  public enum Constant {
    NONE,
    LEFT,
    RIGHT
  }
}
