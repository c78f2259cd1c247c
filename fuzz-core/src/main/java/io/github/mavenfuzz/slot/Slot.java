package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.MalformedInputException;

/**
 * A value while it is being mutated. Holds private state only, so that a target which changes its
 * argument changes a copy.
 */
public abstract sealed class Slot
    permits ByteSlot, ChoiceSlot, NullableSlot, NumberSlot, SequenceSlot, TupleSlot {

  /**
   * @param value in the plain form of the slot's type
   */
  public abstract void load(Object value);

  /**
   * Takes all that another slot holds, what does not show in its value included.
   *
   * @param other of the same type
   */
  public abstract void copyFrom(Slot other);

  /**
   * Whether another slot holds the same, so that {@link #copyFrom} would change nothing.
   *
   * @param other of the same type
   */
  public abstract boolean isSame(Slot other);

  /** A fresh value in plain form. */
  public abstract Object value();

  /**
   * Writes the value in its memory form: at most its weight and nine bytes for each number. What
   * does not show in the value is left out.
   */
  abstract void write(MemoryWriter out);

  /**
   * Takes a value in its memory form, which can be made of what the slot then holds. A text or a
   * set may still be out of the bounds of its type.
   *
   * @throws MalformedInputException when there is no such value; then the slot holds nothing
   *     sensible
   */
  abstract void read(MemoryReader in) throws MalformedInputException;

  /** Whether the value is within the bounds of its type, and no set in it has equal elements. */
  public abstract boolean isValid();

  /**
   * How much of what mutations add the slot holds: its bytes, and {@link
   * SequenceSlot#ELEMENT_WEIGHT} for each element of a sequence. Numbers do not grow and count
   * nothing.
   */
  public abstract long weight();
}
