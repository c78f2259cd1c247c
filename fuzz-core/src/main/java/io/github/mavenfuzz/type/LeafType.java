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

  /**
   * The least value of an integral type, or the least length in bytes: that of the bounds, unless
   * the Java type itself is narrower. Without meaning for float and double.
   */
  public long least() {
    return Math.max(bounds.min(), kind.least());
  }

  /** The greatest value or length, as {@link #least()}. */
  public long greatest() {
    return Math.min(bounds.max(), kind.greatest());
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
