package io.github.mavenfuzz.type;

/**
 * A value that may be missing. Its plain form is null, or that of the value.
 *
 * @param optional whether the target takes an {@link java.util.Optional}; else it takes null
 */
public record NullableType(ValueType of, boolean optional) implements ValueType {
  @Override
  public String descriptor() {
    return optional ? "Ljava/util/Optional;" : of.descriptor();
  }

  @Override
  public String javaName() {
    return optional ? "Optional<" + of.javaName() + '>' : of.javaName();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.nullable(this);
  }
}
