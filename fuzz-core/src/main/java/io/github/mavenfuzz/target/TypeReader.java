package io.github.mavenfuzz.target;

import io.github.mavenfuzz.target.DeclaredTypes.Component;
import io.github.mavenfuzz.target.DeclaredTypes.Declared;
import io.github.mavenfuzz.target.DeclaredTypes.EnumClass;
import io.github.mavenfuzz.target.DeclaredTypes.RecordClass;
import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkClass;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.SequenceType.Form;
import io.github.mavenfuzz.type.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the types of a method's parameters from its class file. A record that contains itself is
 * unrolled a few times; from there on, what may be null is null and what may be empty is empty.
 */
final class TypeReader {
  /** The types that work, for a message. */
  static final String SUPPORTED =
      "primitive types and their wrappers, String, enums, records, arrays, List, Set, Map,"
          + " Collection, Iterable, Optional, BigInteger, BigDecimal, UUID, the values of java.time,"
          + " and, not within another type, InputStream, ByteBuffer and FuzzedDataProvider";

  /** How often a record may stand in itself. */
  private static final int MOST_UNROLLED = 4;

  /** The number of records in one parameter from which on none stands in itself any more. */
  private static final int MANY_RECORDS = 200;

  private static final Map<String, Form> SEQUENCES =
      Map.of(
          "java/util/List", Form.LIST,
          "java/util/Collection", Form.LIST,
          "java/lang/Iterable", Form.LIST,
          "java/util/Set", Form.SET);

  private static final Set<LeafKind> ONLY_PARAMETERS =
      EnumSet.of(LeafKind.INPUT_STREAM, LeafKind.BYTE_BUFFER, LeafKind.FUZZED_DATA);

  private final DeclaredTypes declared;
  private final boolean nullByDefault;

  /** The records around the type that is being read. */
  private final List<String> around = new ArrayList<>();

  /** The unsupported annotations of the parameter that was begun last, and of all types in it. */
  private final Set<Mark> unsupported = new LinkedHashSet<>();

  private TypeUse parameter;
  private int records;

  /**
   * @param nullByDefault whether values may be null unless they are marked {@code NotNull}, as
   *     Jazzer has it; else they are not null unless they are marked {@code Nullable}
   */
  TypeReader(DeclaredTypes declared, boolean nullByDefault) {
    this.declared = declared;
    this.nullByDefault = nullByDefault;
  }

  /**
   * Reads the type of a parameter.
   *
   * @param alone whether the method has no other
   * @throws UnsupportedTypeException when no values of it can be made
   */
  ValueType read(TypeUse use, boolean alone) throws UnsupportedTypeException {
    parameter = use;
    records = 0;
    around.clear();
    unsupported.clear();
    Optional<LeafKind> kind = leafKind(use);
    if (kind.isEmpty() || kind.get() != LeafKind.BYTES && !ONLY_PARAMETERS.contains(kind.get())) {
      return read(use, Marks.NONE);
    }
    Marks marks = Marks.NONE.within(use.annotations());
    noteUnsupported(use, marks);
    ValueType type = marks.bound(LeafType.of(kind.get()));
    // Jazzer passes the bytes of an input to such methods as they are.
    boolean neverNull = nullByDefault && alone && kind.get() == LeafKind.BYTES;
    return neverNull || kind.get() == LeafKind.FUZZED_DATA || !isNullable(use, marks)
        ? type
        : new NullableType(type, false);
  }

  /** The bytes of an array are one value, of which nothing can be said one by one. */
  private void noteUnsupported(TypeUse use, Marks marks) {
    unsupported.addAll(marks.unsupported());
    if (use.kind() == TypeUse.Kind.ARRAY && leafKind(use).isPresent()) {
      unsupported.addAll(Marks.NONE.within(use.arguments().get(0).annotations()).jazzers());
    }
  }

  /** The annotations that have no effect on the parameter that was read last. */
  Set<Mark> unsupported() {
    return unsupported;
  }

  private static Optional<LeafKind> leafKind(TypeUse use) {
    return switch (use.kind()) {
      case PRIMITIVE, CLASS -> LeafKind.ofDescriptor(use.descriptor());
      case ARRAY ->
          use.descriptor().equals(LeafKind.BYTES.descriptor())
              ? Optional.of(LeafKind.BYTES)
              : Optional.empty();
      case VARIABLE, WILDCARD -> Optional.empty();
    };
  }

  /**
   * @param outer what is said about the type around this one
   */
  private ValueType read(TypeUse written, Marks outer) throws UnsupportedTypeException {
    TypeUse use = withoutWildcard(written);
    Marks marks = outer.within(use.annotations());
    noteUnsupported(use, marks);
    boolean nullable = isNullable(use, marks);
    if (!isTooDeep(use)) {
      ValueType type = readNotNull(use, marks);
      boolean isOptional = type instanceof NullableType;
      return nullable && !isOptional ? new NullableType(type, false) : type;
    }
    if (!nullable) {
      throw endless(use);
    }
    return new NullableType(end(use), false);
  }

  private static TypeUse withoutWildcard(TypeUse use) {
    return use.kind() == TypeUse.Kind.WILDCARD && !use.arguments().isEmpty()
        ? use.arguments().get(0)
        : use;
  }

  private boolean isNullable(TypeUse use, Marks marks) {
    return use.kind() != TypeUse.Kind.PRIMITIVE
        && (nullByDefault ? !marks.has(Marks.NOT_NULL) : marks.has("Nullable"));
  }

  private ValueType readNotNull(TypeUse use, Marks marks) throws UnsupportedTypeException {
    Optional<LeafKind> kind = leafKind(use);
    if (kind.isPresent() && ONLY_PARAMETERS.contains(kind.get())) {
      throw new UnsupportedTypeException(
          "but a " + use + " works only as a parameter of its own", "a byte[] works everywhere");
    }
    if (kind.isPresent()) {
      return marks.bound(LeafType.of(kind.get()));
    }
    return switch (use.kind()) {
      case ARRAY -> sequence(Form.ARRAY, use, marks);
      case CLASS -> readClass(use, marks);
      default -> throw unmakeable(use);
    };
  }

  private ValueType readClass(TypeUse use, Marks marks) throws UnsupportedTypeException {
    String descriptor = use.descriptor();
    for (LeafKind kind : LeafKind.values()) {
      if (kind.boxedDescriptor().equals(descriptor)) {
        return marks.bound(new LeafType(kind, true, Bounds.NONE));
      }
    }
    Optional<JdkClass> jdk =
        Arrays.stream(JdkClass.values())
            .filter(c -> c.type().descriptorString().equals(descriptor))
            .findFirst();
    if (jdk.isPresent()) {
      return marks.bound(new JdkType(jdk.get()));
    }
    if (SEQUENCES.containsKey(use.name())) {
      checkArguments(use, 1);
      return sequence(SEQUENCES.get(use.name()), use, marks);
    }
    return switch (use.name()) {
      case "java/util/Map" -> map(use, marks);
      case "java/util/Optional" -> optional(use, marks);
      default -> readDeclared(use, marks);
    };
  }

  private static void checkArguments(TypeUse use, int count) throws UnsupportedTypeException {
    if (use.arguments().size() != count) {
      throw new UnsupportedTypeException(
          "but %s has no type arguments".formatted(use),
          "write what it holds, such as in List<String>");
    }
  }

  private ValueType sequence(Form form, TypeUse use, Marks marks) throws UnsupportedTypeException {
    TypeUse element = withoutWildcard(use.arguments().get(0));
    boolean empty = isTooDeep(element);
    ValueType type = empty ? end(element) : read(element, marks);
    SequenceType sequence =
        (SequenceType)
            marks.bound(new SequenceType(form, use.descriptor(), type, 0, Integer.MAX_VALUE));
    if (empty && sequence.min() > 0) {
      throw endless(element);
    }
    return empty ? new SequenceType(form, use.descriptor(), type, 0, 0) : sequence;
  }

  private ValueType map(TypeUse use, Marks marks) throws UnsupportedTypeException {
    checkArguments(use, 2);
    TypeUse key = withoutWildcard(use.arguments().get(0));
    TypeUse value = withoutWildcard(use.arguments().get(1));
    boolean empty = isTooDeep(key) || isTooDeep(value);
    ValueType keys = isTooDeep(key) ? end(key) : read(key, marks);
    ValueType values = isTooDeep(value) ? end(value) : read(value, marks);
    MapType map =
        (MapType) marks.bound(new MapType(use.descriptor(), keys, values, 0, Integer.MAX_VALUE));
    if (empty && map.min() > 0) {
      throw endless(isTooDeep(key) ? key : value);
    }
    return empty ? new MapType(use.descriptor(), keys, values, 0, 0) : map;
  }

  private ValueType optional(TypeUse use, Marks marks) throws UnsupportedTypeException {
    checkArguments(use, 1);
    TypeUse value = withoutWildcard(use.arguments().get(0));
    ValueType type = isTooDeep(value) ? end(value) : read(value, marks);
    boolean wrapped = type instanceof NullableType inner && !inner.optional();
    return marks.bound(new NullableType(wrapped ? ((NullableType) type).of() : type, true));
  }

  private ValueType readDeclared(TypeUse use, Marks marks) throws UnsupportedTypeException {
    Declared type = declared.find(use.name());
    String className = use.name().replace('/', '.');
    if (type instanceof RecordClass record) {
      return marks.bound(new RecordType(className, components(use, record, marks)));
    }
    if (!(type instanceof EnumClass enumClass)) {
      throw unmakeable(use);
    }
    if (enumClass.constants().isEmpty()) {
      throw new UnsupportedTypeException(
          "but the enum " + className + " has no constants", "give it some");
    }
    return marks.bound(new EnumType(className, enumClass.constants()));
  }

  private List<RecordType.Component> components(TypeUse use, RecordClass record, Marks marks)
      throws UnsupportedTypeException {
    checkArguments(use, record.typeParameters().size());
    Map<String, TypeUse> variables = new HashMap<>();
    for (int i = 0; i < use.arguments().size(); i++) {
      variables.put(record.typeParameters().get(i), use.arguments().get(i));
    }
    records++;
    around.add(use.name());
    List<RecordType.Component> components = new ArrayList<>();
    for (Component component : record.components()) {
      try {
        components.add(
            new RecordType.Component(
                component.name(), read(component.type().with(variables), marks)));
      } catch (UnsupportedTypeException e) {
        throw e.in("in component \"%s\" of the record %s", component.name(), use);
      }
    }
    around.remove(around.size() - 1);
    return components;
  }

  /** Whether the type is a record that has been unrolled often enough. */
  private boolean isTooDeep(TypeUse use) {
    long within = around.stream().filter(use.name()::equals).count();
    return within >= MOST_UNROLLED || within > 0 && records >= MANY_RECORDS;
  }

  /** The record at which unrolling ends: as it lacks its components, it is made as null. */
  private static RecordType end(TypeUse use) {
    return new RecordType(use.name().replace('/', '.'), List.of());
  }

  private UnsupportedTypeException unmakeable(TypeUse use) {
    if (use.kind() == TypeUse.Kind.VARIABLE) {
      return new UnsupportedTypeException(
          "but nothing says what type " + use + " stands for",
          "name one, as in extends Contract<String>");
    }
    return new UnsupportedTypeException(
        use == parameter ? "which the fuzzer cannot make" : "but the fuzzer cannot make the " + use,
        "these types work: " + SUPPORTED);
  }

  private static UnsupportedTypeException endless(TypeUse use) {
    return new UnsupportedTypeException(
        "but the record " + use + " contains itself without an end",
        "let it do so by a component that may be null or by a collection that may be empty");
  }
}
