package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Tells which values a set or a map of the target takes for equal. What it makes of a value in
 * plain form, which may be null, equals what it makes of another if the target's values are equal
 * by {@code equals}: arrays and streams never are, and records are when their components are.
 */
public final class Equality implements ValueType.Visitor<UnaryOperator<Object>> {
  private static final Equality INSTANCE = new Equality();
  private static final UnaryOperator<Object> BY_VALUE = plain -> plain;
  private static final UnaryOperator<Object> NEVER = plain -> new Object();

  private Equality() {}

  /**
   * The function that maps a value of the type to an object whose {@code equals} is that of the
   * target.
   */
  public static UnaryOperator<Object> of(ValueType type) {
    return type.accept(INSTANCE);
  }

  /**
   * How many elements a set of these has, or entries a map.
   *
   * @param plain elements or entries in plain form
   * @param of what of an element must differ from the others
   */
  static int countDifferent(List<?> plain, UnaryOperator<Object> of) {
    return addAll(plain, of, new HashSet<>()).size();
  }

  /** The same for entries of a map: only their keys are compared. */
  static UnaryOperator<Object> ofEntries(MapType type) {
    UnaryOperator<Object> key = of(type.key());
    return entry -> key.apply(((List<?>) entry).get(0));
  }

  @Override
  public UnaryOperator<Object> leaf(LeafType type) {
    return switch (type.kind()) {
      case BYTES, INPUT_STREAM, FUZZED_DATA -> NEVER;
      case BYTE_BUFFER -> plain -> ByteBuffer.wrap((byte[]) plain);
      default -> BY_VALUE;
    };
  }

  @Override
  public UnaryOperator<Object> choice(ChoiceType type) {
    return leaf(type.of());
  }

  @Override
  public UnaryOperator<Object> enumeration(EnumType type) {
    return BY_VALUE;
  }

  @Override
  public UnaryOperator<Object> jdk(JdkType type) {
    return BY_VALUE;
  }

  @Override
  public UnaryOperator<Object> nullable(NullableType type) {
    UnaryOperator<Object> content = of(type.of());
    return type.optional()
        ? plain -> plain == null ? null : Optional.ofNullable(content.apply(plain))
        : plain -> plain == null ? null : content.apply(plain);
  }

  @Override
  public UnaryOperator<Object> sequence(SequenceType type) {
    UnaryOperator<Object> element = of(type.element());
    return switch (type.form()) {
      case ARRAY -> NEVER;
      case LIST -> plain -> addAll((List<?>) plain, element, new ArrayList<>());
      case SET -> plain -> addAll((List<?>) plain, element, new HashSet<>());
    };
  }

  @Override
  public UnaryOperator<Object> map(MapType type) {
    UnaryOperator<Object> key = of(type.key());
    UnaryOperator<Object> value = of(type.value());
    return plain -> {
      Map<Object, Object> map = new HashMap<>();
      for (Object entry : (List<?>) plain) {
        List<?> pair = (List<?>) entry;
        map.put(key.apply(pair.get(0)), value.apply(pair.get(1)));
      }
      return map;
    };
  }

  /** A record without components may be where a recursive one ends, which is null. */
  @Override
  public UnaryOperator<Object> record(RecordType type) {
    List<UnaryOperator<Object>> components =
        type.components().stream().map(component -> of(component.type())).toList();
    if (components.isEmpty()) {
      return plain -> null;
    }
    return plain -> {
      List<Object> parts = new ArrayList<>(components.size());
      for (int i = 0; i < components.size(); i++) {
        parts.add(components.get(i).apply(((List<?>) plain).get(i)));
      }
      return parts;
    };
  }

  private static Collection<Object> addAll(
      List<?> plain, UnaryOperator<Object> of, Collection<Object> to) {
    for (Object value : plain) {
      to.add(of.apply(value));
    }
    return to;
  }
}
