package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.InputShape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** An input while it is being mutated or minimised; lives in one thread of either side. */
public final class MutableInput {
  private final Slot[] slots;

  /**
   * @param maxLength the most bytes to which a mutation may grow an array or a string
   */
  public MutableInput(InputShape shape, int maxLength) {
    slots =
        IntStream.range(0, shape.size())
            .mapToObj(i -> new Slot(shape.kind(i), maxLength))
            .toArray(Slot[]::new);
  }

  public int size() {
    return slots.length;
  }

  public Slot slot(int index) {
    return slots[index];
  }

  /**
   * @param values of the types of the shape, boxed
   * @throws IllegalArgumentException when there are more or fewer than the shape has types
   */
  public void load(List<Object> values) {
    if (values.size() != slots.length) {
      throw new IllegalArgumentException(
          "the target takes " + slots.length + " arguments, not " + values.size());
    }
    for (int i = 0; i < slots.length; i++) {
      slots[i].load(values.get(i));
    }
  }

  /**
   * @param other of the same shape
   */
  public void copyFrom(MutableInput other) {
    for (int i = 0; i < slots.length; i++) {
      slots[i].copyFrom(other.slots[i]);
    }
  }

  /** Fresh arguments for one call of the target. */
  public Object[] arguments() {
    Object[] arguments = new Object[slots.length];
    for (int i = 0; i < slots.length; i++) {
      arguments[i] = slots[i].value();
    }
    return arguments;
  }

  /**
   * The same as {@link #arguments()}, for the codec. Who loads them again has the same arguments,
   * but other bytes where a string was malformed: to replay mutations, both sides start from loaded
   * values.
   */
  public List<Object> values() {
    return Arrays.asList(arguments());
  }
}
