package io.github.mavenfuzz.target;

import java.util.Optional;

/**
 * The class of a method that is to be a target, before it is known whether an instance can be made
 * to call the method on. The fuzzer reads it from a class file and the JUnit engine by reflection.
 *
 * @param name the binary name
 * @param hasConstructor whether a constructor takes no parameters, or no other than the instance
 *     around it; it may be private
 */
public record TargetClass(String name, Kind kind, boolean hasConstructor) {

  /** Kinds of classes by whether they can have instances of their own. */
  public enum Kind {
    /** A class that stands alone, or in an instance that can be made. */
    ORDINARY(""),
    INTERFACE("is an interface; write a class that implements it, or make the method static"),
    ABSTRACT("is abstract; write a class that extends it, or make the method static"),
    INNER("is an inner class; make that class static, or annotate it with JUnit's @Nested"),
    LOCAL("is a local or anonymous class; move the method to a class that is not");

    private final String obstacle;

    Kind(String obstacle) {
      this.obstacle = obstacle;
    }
  }

  /** Whether only classes that inherit from it have instances. */
  public boolean isContract() {
    return kind == Kind.INTERFACE || kind == Kind.ABSTRACT;
  }

  /**
   * A sentence that says what keeps a method that is not static from being called; empty if
   * nothing.
   *
   * @param id the method as users write it, which is of this class or of one within it
   */
  public Optional<String> problem(String id) {
    if (kind == Kind.ORDINARY && hasConstructor) {
      return Optional.empty();
    }
    String reason =
        kind == Kind.ORDINARY
            ? "has no constructor without parameters; add one, or make the method static"
            : kind.obstacle;
    return Optional.of("%s cannot be called, because %s %s".formatted(id, name, reason));
  }
}
