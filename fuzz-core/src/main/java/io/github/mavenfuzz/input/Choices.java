package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.LeafType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The values of a choice, of which its type has the JSON forms. */
public final class Choices {
  private Choices() {}

  /**
   * Reads the values.
   *
   * @return in plain form, in the order of declaration
   * @throws IllegalArgumentException when one is not of the leaf's type
   */
  public static List<Object> of(ChoiceType type) {
    LeafType leaf = new LeafType(type.of().kind(), type.of().boxed(), Bounds.NONE);
    InputCodec codec = new InputCodec(new InputShape(List.of(leaf)));
    List<Object> values = new ArrayList<>();
    for (String json : type.choices()) {
      try {
        values.add(codec.decodeArgument(0, json.getBytes(StandardCharsets.UTF_8)));
      } catch (MalformedInputException e) {
        throw new IllegalArgumentException(
            json + " is no choice of the type " + type.javaName() + ": " + e.getMessage(), e);
      }
    }
    return values;
  }
}
