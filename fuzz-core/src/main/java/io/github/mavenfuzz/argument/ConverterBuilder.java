package io.github.mavenfuzz.argument;

import io.github.mavenfuzz.jazzer.TakenLog;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.io.ByteArrayInputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a converter for each type of a tree, and loads the classes that it needs. */
final class ConverterBuilder implements ValueType.Visitor<Converter> {
  private static final Converter AS_IT_IS = plain -> plain;

  private final Access access;
  private final TakenLog log;

  /**
   * @param log told what the target takes from providers, or null
   */
  ConverterBuilder(Access access, TakenLog log) {
    this.access = access;
    this.log = log;
  }

  @Override
  public Converter leaf(LeafType type) {
    return switch (type.kind()) {
      case BYTES -> plain -> ((byte[]) plain).clone();
      case INPUT_STREAM -> plain -> new ByteArrayInputStream((byte[]) plain);
      case BYTE_BUFFER -> plain -> ByteBuffer.wrap((byte[]) plain);
      case FUZZED_DATA -> new FuzzedDataConverter(log);
      default -> AS_IT_IS;
    };
  }

  @Override
  public Converter choice(ChoiceType type) {
    return AS_IT_IS;
  }

  @Override
  public Converter jdk(JdkType type) {
    return AS_IT_IS;
  }

  /**
   * @throws IllegalArgumentException when the enum is not there or lacks a constant
   */
  @Override
  public Converter enumeration(EnumType type) {
    Map<String, Object> byName = new HashMap<>();
    Class<?> enumClass = load(type.descriptor());
    if (enumClass.isEnum()) {
      for (Object constant : enumClass.getEnumConstants()) {
        byName.put(((Enum<?>) constant).name(), constant);
      }
    }
    if (!byName.keySet().containsAll(type.constants())) {
      throw changed(enumClass);
    }
    return byName::get;
  }

  @Override
  public Converter nullable(NullableType type) {
    Converter value = type.of().accept(this);
    return type.optional()
        ? plain -> plain == null ? Optional.empty() : Optional.ofNullable(value.convert(plain))
        : plain -> plain == null ? null : value.convert(plain);
  }

  @Override
  public Converter sequence(SequenceType type) {
    Converter element = type.element().accept(this);
    return switch (type.form()) {
      case ARRAY -> array(load(type.descriptor()).getComponentType(), element);
      case LIST -> plain -> addAll((List<?>) plain, element, new ArrayList<>());
      case SET -> plain -> addAll((List<?>) plain, element, new LinkedHashSet<>());
    };
  }

  private static Converter array(Class<?> component, Converter element) {
    return plain -> {
      List<?> elements = (List<?>) plain;
      Object array = Array.newInstance(component, elements.size());
      for (int i = 0; i < elements.size(); i++) {
        Array.set(array, i, element.convert(elements.get(i)));
      }
      return array;
    };
  }

  private static Object addAll(List<?> plain, Converter element, Collection<Object> to)
      throws RefusedArgumentException {
    for (Object value : plain) {
      to.add(element.convert(value));
    }
    return to;
  }

  @Override
  public Converter map(MapType type) {
    Converter key = type.key().accept(this);
    Converter value = type.value().accept(this);
    return plain -> {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (Object entry : (List<?>) plain) {
        List<?> pair = (List<?>) entry;
        map.put(key.convert(pair.get(0)), value.convert(pair.get(1)));
      }
      return map;
    };
  }

  /**
   * A record without the components of its class is where the unrolling of a recursive record ends,
   * and null.
   *
   * @throws IllegalArgumentException when the record is not there or has other components
   */
  @Override
  public Converter record(RecordType type) {
    Class<?> record = load(type.descriptor());
    int components = record.isRecord() ? record.getRecordComponents().length : -1;
    if (components > 0 && type.components().isEmpty()) {
      return plain -> null;
    }
    if (components != type.components().size()) {
      throw changed(record);
    }
    return RecordConverter.of(
        record,
        type.components().stream().map(c -> c.type().accept(this)).toArray(Converter[]::new),
        access);
  }

  private Class<?> load(String descriptor) {
    try {
      return MethodType.fromMethodDescriptorString(
              '(' + descriptor + ")V", access.target().getClassLoader())
          .parameterType(0);
    } catch (TypeNotPresentException e) {
      throw new IllegalArgumentException(
          "the class " + e.typeName() + ", of which it takes a value, cannot be loaded", e);
    }
  }

  private static IllegalArgumentException changed(Class<?> type) {
    return new IllegalArgumentException(
        type.getName() + ", of which it takes a value, is not the class that was compiled with it");
  }
}
