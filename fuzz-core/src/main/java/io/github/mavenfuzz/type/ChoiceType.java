package io.github.mavenfuzz.type;

import java.util.List;

/**
 * One of a few values of a leaf. Its plain form is that of the leaf.
 *
 * @param choices each in its JSON form, in the order of declaration; at least one
 */
public record ChoiceType(LeafType of, List<String> choices) implements ValueType {
  public ChoiceType {
    choices = List.copyOf(choices);
  }

  @Override
  public String descriptor() {
    return of.descriptor();
  }

  @Override
  public String javaName() {
    return of.javaName();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.choice(this);
  }
}
