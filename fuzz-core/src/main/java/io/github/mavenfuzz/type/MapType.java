package io.github.mavenfuzz.type;

/**
 * A map. Its plain form is a {@link java.util.List} of entries, each a list of the key and the
 * value in plain form; of equal keys the last counts.
 *
 * @param descriptor of the map's interface
 * @param min the fewest entries; a map of a key type with fewer values has one for each of those
 * @param max the most entries; {@link Integer#MAX_VALUE} when nothing but memory limits them
 */
public record MapType(String descriptor, ValueType key, ValueType value, int min, int max)
    implements ValueType {
  @Override
  public String javaName() {
    return "%s<%s, %s>"
        .formatted(
            TypeNames.simple(TypeNames.className(descriptor)), key.javaName(), value.javaName());
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.map(this);
  }
}
