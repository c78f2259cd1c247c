package io.github.mavenfuzz.type;

import java.util.List;

/**
 * A record. Its plain form is a {@link List} of the components' values in plain form.
 *
 * @param className binary name
 * @param components in the order of declaration; may be empty. A record that contains itself is
 *     unrolled a few times, and ends in a record without the components that its class has, which
 *     the target gets as null.
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
