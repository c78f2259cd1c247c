package io.github.mavenfuzz.shrink;

import io.github.mavenfuzz.slot.NullableSlot;
import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.TupleSlot;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Values within a value that may stand in its place: a node of a tree in place of one above it.
 * Types that contain themselves are unrolled, so the two are not equal but of the same class.
 */
final class Subtrees {
  private final ValueType wanted;
  private final int most;
  private final List<Object> found = new ArrayList<>();

  private Subtrees(ValueType wanted, int most) {
    this.wanted = wanted;
    this.most = most;
  }

  /**
   * The values within a slot, in plain form of the slot's type, outer ones first.
   *
   * @param most how many at most
   */
  static List<Object> within(ValueType type, Slot slot, int most) {
    Subtrees subtrees = new Subtrees(type, most);
    subtrees.addParts(type, slot);
    return subtrees.found;
  }

  private void add(ValueType type, Slot slot) {
    if (found.size() >= most) {
      return;
    }
    if (isSameClass(wanted, type)) {
      adapted(wanted, type, slot.value()).ifPresent(found::add);
    }
    addParts(type, slot);
  }

  private void addParts(ValueType type, Slot slot) {
    if (slot instanceof NullableSlot nullable) {
      if (nullable.isPresent()) {
        addParts(((NullableType) type).of(), nullable.content());
      }
    } else if (type instanceof RecordType record) {
      for (int i = 0; i < record.components().size(); i++) {
        add(record.components().get(i).type(), ((TupleSlot) slot).part(i));
      }
    } else if (type instanceof SequenceType sequence) {
      ((SequenceSlot) slot).elements().forEach(element -> add(sequence.element(), element));
    } else if (type instanceof MapType map) {
      ((SequenceSlot) slot).elements().forEach(e -> add(map.value(), ((TupleSlot) e).part(1)));
    }
  }

  private static ValueType present(ValueType type) {
    return type instanceof NullableType nullable ? nullable.of() : type;
  }

  /** Only types that can contain themselves matter. */
  private static boolean isSameClass(ValueType one, ValueType other) {
    ValueType a = present(one);
    ValueType b = present(other);
    if (a instanceof RecordType record) {
      return b instanceof RecordType part
          && record.className().equals(part.className())
          && record.components().size() == part.components().size();
    }
    if (a instanceof SequenceType sequence) {
      return b instanceof SequenceType part
          && sequence.descriptor().equals(part.descriptor())
          && isSameClass(sequence.element(), part.element());
    }
    return a instanceof MapType map
        && b instanceof MapType part
        && map.descriptor().equals(part.descriptor())
        && map.key().equals(part.key())
        && isSameClass(map.value(), part.value());
  }

  /** A value of one type as one of another, if it can be; present values only. */
  private static Optional<Object> adapted(ValueType to, ValueType from, Object value) {
    if (value == null) {
      return Optional.empty();
    }
    ValueType target = present(to);
    ValueType source = present(from);
    if (target.equals(source)
        || target instanceof LeafType a && source instanceof LeafType b && a.kind() == b.kind()) {
      return Optional.of(value);
    }
    if (target instanceof RecordType record && source instanceof RecordType part) {
      return isSameClass(record, part)
          ? ofParts(types(record), types(part), (List<?>) value)
          : Optional.empty();
    }
    if (target instanceof SequenceType sequence && source instanceof SequenceType part) {
      return ofElements(sequence.element(), part.element(), (List<?>) value);
    }
    if (target instanceof MapType map && source instanceof MapType part) {
      return ofEntries(map, part, (List<?>) value);
    }
    return Optional.empty();
  }

  private static List<ValueType> types(RecordType record) {
    return record.components().stream().map(RecordType.Component::type).toList();
  }

  /** What cannot be adapted is null where it may be, as is what was null before. */
  private static Optional<Object> ofParts(
      List<ValueType> to, List<ValueType> from, List<?> values) {
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Optional<Object> part = adapted(to.get(i), from.get(i), values.get(i));
      if (part.isEmpty() && !(to.get(i) instanceof NullableType)) {
        return Optional.empty();
      }
      parts.add(part.orElse(null));
    }
    return Optional.of(parts);
  }

  private static Optional<Object> ofElements(ValueType to, ValueType from, List<?> values) {
    ValueType[] targets = new ValueType[values.size()];
    ValueType[] sources = new ValueType[values.size()];
    Arrays.fill(targets, to);
    Arrays.fill(sources, from);
    return ofParts(Arrays.asList(targets), Arrays.asList(sources), values);
  }

  private static Optional<Object> ofEntries(MapType to, MapType from, List<?> entries) {
    List<Object> all = new ArrayList<>();
    for (Object entry : entries) {
      Optional<Object> adapted =
          ofParts(
              List.of(to.key(), to.value()), List.of(from.key(), from.value()), (List<?>) entry);
      if (adapted.isEmpty()) {
        return Optional.empty();
      }
      all.add(adapted.get());
    }
    return Optional.of(all);
  }
}
