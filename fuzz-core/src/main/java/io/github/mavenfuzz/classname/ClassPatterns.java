package io.github.mavenfuzz.classname;

import java.util.List;

/**
 * Which classes guide the fuzzer, as {@link ClassFilter} reads it.
 *
 * @param includes patterns of class names, or none for all
 * @param excludes patterns of class names that are left out all the same
 */
public record ClassPatterns(List<String> includes, List<String> excludes) {
  /** All classes that are not left out by default. */
  public static final ClassPatterns ALL = new ClassPatterns(List.of(), List.of());
}
