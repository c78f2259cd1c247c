package io.github.mavenfuzz.target;

/** Looks up class files by name, without loading any class. */
@FunctionalInterface
interface ClassSource {
  /**
   * @param name internal, such as {@code java/util/List}
   * @return the bytes, or null when there is no such class or it cannot be read
   */
  byte[] find(String name);
}
