package io.github.mavenfuzz.type;

import java.util.List;

/**
 * A record. Its plain form is a {@link List} of the components' values in plain form.
 *
 * @param className binary name
 * @param components in the order of declaration; may be empty
 */
public record RecordType(String className, List<Component> components) implements ValueType {
  /** One component of a record. */
  public record Component(String name, ValueType type) {}

  public RecordType {
    components = List.copyOf(components);
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
    return visitor.record(this);
  }
}
