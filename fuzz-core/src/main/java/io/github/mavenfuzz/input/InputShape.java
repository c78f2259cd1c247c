package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The types of a target's parameters, in order.
 *
 * @param types at least one
 */
public record InputShape(List<ValueType> types) {
  public InputShape {
    types = List.copyOf(types);
    if (types.isEmpty()) {
      throw new IllegalArgumentException("a target takes at least one parameter");
    }
  }

  /** A shape of leaves that are not boxed and have no bounds of their own. */
  public static InputShape of(LeafKind... kinds) {
    return new InputShape(Arrays.stream(kinds).<ValueType>map(LeafType::of).toList());
  }

  public int size() {
    return types.size();
  }

  /** Whether a file holds the bytes of the only value as they are, without any frame around. */
  public boolean isRaw() {
    return types.size() == 1 && types.get(0) instanceof LeafType leaf && leaf.kind().isBytes();
  }

  /** Whether the only value is that of a file's bytes, without a type that gives them a form. */
  public boolean holdsBytes() {
    return isRaw() && ((LeafType) types.get(0)).kind() != LeafKind.STRING;
  }

  /**
   * The simplest input, in plain form: empty and zero values, or the nearest to them that are
   * within the bounds. Nothing is missing in it.
   */
  public List<Object> zeroValues() {
    return types.stream().map(SimpleValues::zero).toList();
  }

  /** The parameter list as in source code, such as {@code int, String}. */
  @Override
  public String toString() {
    return types.stream().map(ValueType::javaName).collect(Collectors.joining(", "));
  }
}
