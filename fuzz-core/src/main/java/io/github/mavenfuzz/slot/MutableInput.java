package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import java.util.Arrays;
import java.util.List;

/** An input while it is being mutated or minimised; lives in one thread of either side. */
public final class MutableInput {
  private final InputCodec codec;
  private final int maxLength;
  private final Slot[] slots;
  private final int[][] twins;

  /**
   * @param maxLength the most bytes to which a mutation may grow an argument
   */
  public MutableInput(InputShape shape, int maxLength) {
    this.codec = new InputCodec(shape);
    this.maxLength = maxLength;
    SlotFactory factory = new SlotFactory(maxLength);
    slots = shape.types().stream().map(factory::make).toArray(Slot[]::new);
    twins = Twins.of(shape.types());
  }

  public int size() {
    return slots.length;
  }

  public Slot slot(int index) {
    return slots[index];
  }

  /** Which other arguments have values that this one may have, as {@link TupleSlot#twins}. */
  public int[] twins(int index) {
    return twins[index];
  }

  /** The most bytes to which a mutation may grow an argument. */
  public int maxLength() {
    return maxLength;
  }

  /** Whether every argument is small enough that a mutation could have made it. */
  public boolean isWithinMaxLength() {
    return Arrays.stream(slots).allMatch(slot -> slot.weight() <= maxLength);
  }

  /**
   * @param values of the types of the shape, in plain form
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

  /** Fresh arguments for one call of the target, in plain form. */
  public Object[] arguments() {
    Object[] arguments = new Object[slots.length];
    for (int i = 0; i < slots.length; i++) {
      arguments[i] = slots[i].value();
    }
    return arguments;
  }

  /**
   * The same as {@link #arguments()}, for the codec. Who loads them again has the same arguments,
   * but other bytes where a string was malformed, and nothing behind a null: to replay mutations,
   * both sides start from loaded values.
   */
  public List<Object> values() {
    return Arrays.asList(arguments());
  }

  /** The bare content of one argument: its bytes, or else its JSON form. */
  public byte[] raw(int index) {
    return slots[index] instanceof ByteSlot slot && slot.face() != ByteSlot.Face.INTEGER
        ? slot.bytes().toArray()
        : codec.encodeArgument(index, slots[index].value());
  }

  /**
   * Takes what {@link #raw} gave.
   *
   * @throws IllegalArgumentException when it is no value of the argument's type
   */
  public void loadRaw(int index, byte[] raw) {
    if (slots[index] instanceof ByteSlot slot && slot.face() != ByteSlot.Face.INTEGER) {
      slot.bytes().set(raw, raw.length);
      return;
    }
    try {
      slots[index].load(codec.decodeArgument(index, raw));
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
