package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.Choices;
import io.github.mavenfuzz.input.SimpleValues;
import io.github.mavenfuzz.slot.SequenceSlot.Distinct;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Makes the slots of one input; a visitor's result holds nothing sensible yet. */
final class SlotFactory implements ValueType.Visitor<Slot> {
  private final int maxLength;
  private final Map<ValueType, Object> zeros = new IdentityHashMap<>();
  private final Map<ChoiceType, List<Object>> choices = new IdentityHashMap<>();

  /**
   * @param maxLength the most bytes to which a mutation may grow a run of bytes
   */
  SlotFactory(int maxLength) {
    this.maxLength = maxLength;
  }

  /** A slot that holds the simplest value of the type. */
  Slot make(ValueType type) {
    Slot slot = type.accept(this);
    slot.load(zero(type));
    return slot;
  }

  private Object zero(ValueType type) {
    return zeros.computeIfAbsent(type, SimpleValues::zero);
  }

  @Override
  public Slot leaf(LeafType type) {
    return type.kind().isBytes() ? new ByteSlot(type, maxLength) : new NumberSlot(type);
  }

  @Override
  public Slot choice(ChoiceType type) {
    return new ChoiceSlot(choices.computeIfAbsent(type, Choices::of), false);
  }

  @Override
  public Slot enumeration(EnumType type) {
    return new ChoiceSlot(type.constants(), false);
  }

  @Override
  public Slot jdk(JdkType type) {
    return JdkSlots.make(type.of());
  }

  @Override
  public Slot nullable(NullableType type) {
    return new NullableSlot(type.of().accept(this), zero(type.of()));
  }

  @Override
  public Slot sequence(SequenceType type) {
    boolean isSet = type.form() == SequenceType.Form.SET;
    return new SequenceSlot(
        () -> make(type.element()),
        isSet ? Distinct.ELEMENTS : Distinct.NOTHING,
        type.min(),
        type.max());
  }

  @Override
  public Slot map(MapType type) {
    return new SequenceSlot(
        () -> new TupleSlot(List.of(make(type.key()), make(type.value()))),
        Distinct.KEYS,
        type.min(),
        type.max());
  }

  @Override
  public Slot record(RecordType type) {
    return new TupleSlot(type.components().stream().map(c -> c.type().accept(this)).toList());
  }
}
