package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import java.util.Arrays;
import java.util.List;

/** An input while it is being mutated or minimised; lives in one thread of either side. */
public final class MutableInput {
  private final InputShape shape;
  private final int maxLength;
  private final Slot[] slots;

  /** How far mutations grow arguments at the moment. */
  private int limit = Integer.MAX_VALUE;

  private final int[][] twins;

  /**
   * @param maxLength the most bytes to which a mutation may grow an argument
   */
  public MutableInput(InputShape shape, int maxLength) {
    this.shape = shape;
    this.maxLength = maxLength;
    SlotFactory factory = new SlotFactory(maxLength);
    slots = shape.types().stream().map(factory::make).toArray(Slot[]::new);
    twins = Twins.of(shape.types());
  }

  /** A copy of another input. */
  public MutableInput(MutableInput other) {
    this(other.shape, other.maxLength);
    copyFrom(other);
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
    return Math.min(limit, maxLength);
  }

  /**
   * Lets mutations grow no argument beyond so many bytes, from now on; what is longer only becomes
   * shorter.
   */
  public void limit(int most) {
    if (most == limit) {
      return;
    }
    limit = most;
    for (Slot slot : slots) {
      if (slot instanceof ByteSlot run) {
        run.limit(most);
      }
    }
  }

  /** How much the largest argument weighs, see {@link Slot#weight()}. */
  public long largestWeight() {
    return Arrays.stream(slots).mapToLong(Slot::weight).max().orElse(0);
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
   * The same as {@link #arguments()}, for the codec. After they were loaded again the arguments are
   * the same, but the bytes of a string that was malformed are others.
   */
  public List<Object> values() {
    return Arrays.asList(arguments());
  }

  /** Writes the arguments in their memory form, behind what was written before. */
  public void write(MemoryWriter out) {
    for (Slot slot : slots) {
      slot.write(out);
    }
  }

  /** A fresh copy of the memory form. */
  public byte[] toMemory() {
    MemoryWriter out = new MemoryWriter();
    write(out);
    return out.toBytes();
  }

  /**
   * Takes arguments in their memory form. A text or a set may be out of the bounds of its type.
   *
   * @throws MalformedInputException when that is no input of the shape; then this one holds nothing
   *     sensible
   */
  public void read(byte[] memory) throws MalformedInputException {
    read(memory, 0, memory.length);
  }

  /**
   * Takes arguments in their memory form, which is a part of an array, as {@link #read(byte[])}.
   *
   * @throws MalformedInputException when that is no input of the shape; then this one holds nothing
   *     sensible
   */
  public void read(byte[] memory, int from, int to) throws MalformedInputException {
    MemoryReader in = new MemoryReader(memory, from, to);
    for (Slot slot : slots) {
      slot.read(in);
    }
    in.expectEnd();
  }
}
