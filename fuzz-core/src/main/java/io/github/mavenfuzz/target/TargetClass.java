package io.github.mavenfuzz.target;

import java.util.Optional;

/**
 * The class of a method that is to be a target, before it is known whether an instance can be made
 * to call the method on. The fuzzer reads it from a class file and the JUnit engine by reflection.
 *
 * @param name the binary name
 * @param isAbstract whatever it is for an interface
 * @param isInner whether it is a member class with an enclosing instance
 * @param hasNoArgConstructor whether a constructor takes no parameters; it may be private
 */
public record TargetClass(
    String name,
    boolean isInterface,
    boolean isAbstract,
    boolean isInner,
    boolean hasNoArgConstructor) {

  /**
   * A sentence that says what keeps a method that is not static from being called; empty if
   * nothing.
   *
   * @param methodName of a method of this class
   */
  public Optional<String> problem(String methodName) {
    String reason;
    if (isInterface) {
      reason = "is an interface; move the method to a class, or make it static";
    } else if (isAbstract) {
      reason = "is abstract; move the method to a class that is not, or make it static";
    } else if (isInner) {
      reason = "is an inner class; make that class static";
    } else if (!hasNoArgConstructor) {
      reason = "has no constructor without parameters; add one, or make the method static";
    } else {
      return Optional.empty();
    }
    return Optional.of(
        "%s#%s cannot be called, because %s %s".formatted(name, methodName, name, reason));
  }
}
