package io.github.mavenfuzz.input;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The types of a target's parameters, in order.
 *
 * @param types at least one
 */
public record InputShape(List<ParameterType> types) {
  public InputShape {
    types = List.copyOf(types);
    if (types.isEmpty()) {
      throw new IllegalArgumentException("a target takes at least one parameter");
    }
  }

  public static InputShape of(ParameterType... types) {
    return new InputShape(List.of(types));
  }

  /**
   * Reads what {@link #descriptors()} wrote.
   *
   * @throws IllegalArgumentException for a descriptor that no {@link ParameterType} has
   */
  public static InputShape ofDescriptors(String descriptors) {
    return new InputShape(
        descriptors
            .lines()
            .map(
                d ->
                    ParameterType.ofDescriptor(d)
                        .orElseThrow(() -> new IllegalArgumentException("no such type: " + d)))
            .toList());
  }

  /** The descriptors of all types, one a line. */
  public String descriptors() {
    return types.stream().map(ParameterType::descriptor).collect(Collectors.joining("\n"));
  }

  public int size() {
    return types.size();
  }

  /** Whether a file holds the bytes of the only value as they are, without any frame around. */
  public boolean isRaw() {
    return types.size() == 1 && types.get(0).isBytes();
  }

  /** The input of empty and zero values. */
  public List<Object> zeroValues() {
    return types.stream().map(ParameterType::zero).toList();
  }

  /** The parameter list as in source code, such as {@code int, String}. */
  @Override
  public String toString() {
    return types.stream().map(ParameterType::javaName).collect(Collectors.joining(", "));
  }
}
