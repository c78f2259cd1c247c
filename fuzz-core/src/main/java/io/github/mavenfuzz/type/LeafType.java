package io.github.mavenfuzz.type;

/**
 * A value without parts: a number, a boolean, a character, or a run of bytes in one of its faces.
 * Its plain form is the boxed number, the string, or, for every other run of bytes, the {@code
 * byte[]}.
 *
 * @param boxed whether the parameter is of the wrapper class, such as {@code Integer}; it is not
 *     null unless a {@link NullableType} is around
 */
public record LeafType(LeafKind kind, boolean boxed, Bounds bounds) implements ValueType {
  /** The type without bounds of its own. */
  public static LeafType of(LeafKind kind) {
    return new LeafType(kind, false, Bounds.NONE);
  }

  @Override
  public String descriptor() {
    return boxed ? kind.boxedDescriptor() : kind.descriptor();
  }

  @Override
  public String javaName() {
    return boxed ? kind.boxedName() : kind.javaName();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.leaf(this);
  }
}
