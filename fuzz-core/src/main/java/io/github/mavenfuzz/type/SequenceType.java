package io.github.mavenfuzz.type;

/**
 * An array or a collection. Its plain form is a {@link java.util.List} of elements in plain form;
 * in that of a set equal elements may occur, which the set then has once, besides as many different
 * ones as there must be.
 *
 * @param descriptor of the array, or of the collection's interface, such as {@code Ljava/util/Set;}
 * @param min the fewest elements; a set of a type with fewer values has those
 * @param max the most elements; {@link Integer#MAX_VALUE} when nothing but memory limits them
 */
public record SequenceType(Form form, String descriptor, ValueType element, int min, int max)
    implements ValueType {
  /** The kind of collection. */
  public enum Form {
    ARRAY,
    /** {@code List}, {@code Collection} or {@code Iterable}. */
    LIST,
    SET
  }

  @Override
  public String javaName() {
    return form == Form.ARRAY
        ? element.javaName() + "[]"
        : TypeNames.simple(TypeNames.className(descriptor)) + '<' + element.javaName() + '>';
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.sequence(this);
  }
}
