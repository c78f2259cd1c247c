package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.Choices;
import io.github.mavenfuzz.input.Equality;
import io.github.mavenfuzz.input.SimpleValues;
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
import java.util.function.UnaryOperator;

/** Makes the slots of one input; a visitor's result holds nothing sensible yet. */
final class SlotFactory implements ValueType.Visitor<Slot> {
  private final int maxLength;
  private final Map<ValueType, Object> zeros = new IdentityHashMap<>();
  private final Map<ValueType, UnaryOperator<Object>> equalities = new IdentityHashMap<>();

  /** Looked for once, as sequences make an element again and again. */
  private final Map<ValueType, int[][]> twins = new IdentityHashMap<>();

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
    return new ChoiceSlot(choices.computeIfAbsent(type, Choices::of));
  }

  @Override
  public Slot enumeration(EnumType type) {
    return new ChoiceSlot(type.constants());
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
    UnaryOperator<Object> equality =
        type.form() == SequenceType.Form.SET ? equality(type.element()) : null;
    return new SequenceSlot(
        () -> make(type.element()),
        equality == null ? null : element -> equality.apply(element.value()),
        leastSize(type),
        type.max());
  }

  @Override
  public Slot map(MapType type) {
    UnaryOperator<Object> equality = equality(type.key());
    int[][] ofEntry = twins.computeIfAbsent(type, t -> Twins.of(List.of(type.key(), type.value())));
    return new SequenceSlot(
        () -> new TupleSlot(List.of(make(type.key()), make(type.value())), ofEntry),
        entry -> equality.apply(((TupleSlot) entry).part(0).value()),
        leastSize(type),
        type.max());
  }

  private UnaryOperator<Object> equality(ValueType type) {
    return equalities.computeIfAbsent(type, Equality::of);
  }

  /** The fewest elements: as many as the simplest value has. */
  private int leastSize(ValueType type) {
    return ((List<?>) zero(type)).size();
  }

  @Override
  public Slot record(RecordType type) {
    List<RecordType.Component> components = type.components();
    int[][] ofComponents =
        twins.computeIfAbsent(
            type, t -> Twins.of(components.stream().map(RecordType.Component::type).toList()));
    return new TupleSlot(
        components.stream().map(c -> c.type().accept(this)).toList(), ofComponents);
  }
}
