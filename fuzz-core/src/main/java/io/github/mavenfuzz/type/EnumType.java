package io.github.mavenfuzz.type;

import java.util.List;

/**
 * A constant of an enum. Its plain form is the constant's name.
 *
 * @param className binary name
 * @param constants names in the order of declaration; at least one
 */
public record EnumType(String className, List<String> constants) implements ValueType {
  public EnumType {
    constants = List.copyOf(constants);
  }

  @Override
  public String descriptor() {
    return TypeNames.descriptor(className);
  }

  @Override
  public String javaName() {
    return TypeNames.simple(className);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.enumeration(this);
  }
}
