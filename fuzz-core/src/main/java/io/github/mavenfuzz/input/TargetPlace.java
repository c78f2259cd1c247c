package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.ValueType;
import java.util.List;

/**
 * Where a target is in the code, which its name alone does not say: a class may inherit the method,
 * and an inner class needs the instances around it.
 *
 * @param classes binary names of the classes of which instances are made, the outermost first; the
 *     last is the one on which the method is called. One only unless that is an inner class.
 * @param declaringClass the binary name of the class or interface that has the method: the last of
 *     the classes, or what it inherits from
 * @param parameters the types of the method's parameters as the class file has them, as descriptors
 *     such as {@code [B}; where a generic class declares the method, the types of the shape are
 *     others
 */
public record TargetPlace(List<String> classes, String declaringClass, List<String> parameters) {
  public TargetPlace {
    classes = List.copyOf(classes);
    parameters = List.copyOf(parameters);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("a target is in at least one class");
    }
  }

  /** The place of a method that a class which needs none around it declares. */
  static TargetPlace in(String className, InputShape shape) {
    List<String> parameters = shape.types().stream().map(ValueType::descriptor).toList();
    return new TargetPlace(List.of(className), className, parameters);
  }

  /** The class on which the method is called. */
  public String calledClass() {
    return classes.get(classes.size() - 1);
  }
}
