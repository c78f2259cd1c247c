package io.github.mavenfuzz.slot;

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

  /** Whether the value is within the bounds of its type, and no set in it has equal elements. */
  public abstract boolean isValid();

  /**
   * How much of what mutations add the slot holds: its bytes, and {@link
   * SequenceSlot#ELEMENT_WEIGHT} for each element of a sequence. Numbers do not grow and count
   * nothing.
   */
  public abstract long weight();
}
