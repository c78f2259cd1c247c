package io.github.mavenfuzz.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads one element of an input's JSON array, strictly as its parameter's type and within its
 * bounds. It descends as deep as the type has parts, however deep the JSON is.
 */
final class ValueReader implements ValueType.Visitor<ValueReader.Reading> {
  private static final int MOST_SHOWN = 20;

  /** An action for a type, once the parser is on the value. */
  @FunctionalInterface
  interface Reading {
    Object read() throws IOException, MalformedInputException;
  }

  private final JsonParser parser;
  private final ValuePlace place;
  private final LeafReader leaves;
  private final BoundsCheck bounds;
  private final Map<ChoiceType, List<Object>> choices = new HashMap<>();

  /**
   * @param parser stands on the element
   */
  ValueReader(JsonParser parser, ValuePlace place) {
    this.parser = parser;
    this.place = place;
    this.leaves = new LeafReader(place, parser);
    this.bounds = new BoundsCheck(place);
  }

  /**
   * @return a fresh value in plain form
   */
  Object read(ValueType type) throws IOException, MalformedInputException {
    return type.accept(this).read();
  }

  @Override
  public Reading leaf(LeafType type) {
    return () -> bounds.check(type, leaves.read(type));
  }

  @Override
  public Reading choice(ChoiceType type) {
    return () -> {
      Object value = leaves.read(type.of());
      for (Object choice : choices.computeIfAbsent(type, Choices::of)) {
        if (Objects.deepEquals(choice, value)) {
          return value;
        }
      }
      throw place.malformed("is " + leaves.shown(), type, ", one of " + listed(type.choices()));
    };
  }

  @Override
  public Reading enumeration(EnumType type) {
    return () -> {
      String name = leaves.readString(type);
      if (!type.constants().contains(name)) {
        throw place.malformed("is " + leaves.shown(), type, ", one of " + listed(type.constants()));
      }
      return name;
    };
  }

  @Override
  public Reading jdk(JdkType type) {
    return () -> {
      String text =
          switch (type.of()) {
            case BIG_INTEGER, YEAR -> leaves.readInteger(type);
            case BIG_DECIMAL -> leaves.readNumber(type);
            default -> leaves.readString(type);
          };
      try {
        return JdkText.read(type.of(), text);
      } catch (IllegalArgumentException e) {
        throw place.malformed(
            "is " + leaves.shown(), type, ", such as " + JdkText.example(type.of()));
      }
    };
  }

  @Override
  public Reading nullable(NullableType type) {
    return () -> parser.currentToken() == JsonToken.VALUE_NULL ? null : read(type.of());
  }

  @Override
  public Reading sequence(SequenceType type) {
    return () -> {
      leaves.expect(JsonToken.START_ARRAY, type);
      List<Object> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(readPart("[" + elements.size() + ']', type.element()));
      }
      checkSize(type, elements.size(), leastSize(type), type.max(), "element");
      if (type.form() == SequenceType.Form.SET) {
        checkDifferent(type, elements, Equality.of(type.element()), "element");
      }
      return elements;
    };
  }

  @Override
  public Reading map(MapType type) {
    return () -> {
      leaves.expect(JsonToken.START_ARRAY, type);
      List<Object> entries = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        int outside = place.enter("[" + entries.size() + ']');
        entries.add(readEntry(type));
        place.leave(outside);
      }
      checkSize(type, entries.size(), leastSize(type), type.max(), "entry");
      checkDifferent(type, entries, Equality.ofEntries(type), "entry");
      return entries;
    };
  }

  private List<Object> readEntry(MapType type) throws IOException, MalformedInputException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw notAPair(type);
    }
    ValueType[] parts = {type.key(), type.value()};
    Object[] entry = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        throw notAPair(type);
      }
      entry[i] = readPart("[" + i + ']', parts[i]);
    }
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      throw notAPair(type);
    }
    return Arrays.asList(entry);
  }

  private MalformedInputException notAPair(MapType type) {
    return place.malformed(
        "is not an array of a key and a value", type, ", whose entries are such arrays");
  }

  @Override
  public Reading record(RecordType type) {
    return () -> {
      leaves.expect(JsonToken.START_OBJECT, type);
      List<RecordType.Component> components = type.components();
      Object[] values = new Object[components.size()];
      boolean[] present = new boolean[components.size()];
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        int index = indexOf(parser.currentName(), type);
        if (present[index]) {
          throw place.malformed("has two " + LeafReader.quoted(parser.currentName()), type, "");
        }
        present[index] = true;
        parser.nextToken();
        values[index] = readPart('.' + components.get(index).name(), components.get(index).type());
      }
      for (int i = 0; i < present.length; i++) {
        if (!present[i]) {
          throw place.malformed("has no " + LeafReader.quoted(components.get(i).name()), type, "");
        }
      }
      return Arrays.asList(values);
    };
  }

  private int indexOf(String name, RecordType type) throws MalformedInputException {
    List<String> names = type.components().stream().map(RecordType.Component::name).toList();
    if (!names.contains(name)) {
      throw place.malformed(
          "has a component " + LeafReader.quoted(name),
          type,
          names.isEmpty() ? " without components" : " with the components " + listed(names));
    }
    return names.indexOf(name);
  }

  private Object readPart(String step, ValueType type) throws IOException, MalformedInputException {
    int outside = place.enter(step);
    Object value = read(type);
    place.leave(outside);
    return value;
  }

  private void checkSize(ValueType type, int size, int min, int max, String unit)
      throws MalformedInputException {
    if (size < min || size > max) {
      throw place.malformed(
          "has " + BoundsCheck.counted(size, unit), type, BoundsCheck.quantity(min, max, unit));
    }
  }

  /** As many as the simplest value has: a type may have fewer values than a set must have. */
  private static int leastSize(ValueType type) {
    return ((List<?>) SimpleValues.zero(type)).size();
  }

  private void checkDifferent(
      ValueType type, List<?> parts, UnaryOperator<Object> equality, String unit)
      throws MalformedInputException {
    int least = leastSize(type);
    int different = least < 2 ? parts.size() : Equality.countDifferent(parts, equality);
    if (different < least) {
      throw place.malformed(
          String.format(
              Locale.ROOT,
              "has equal ones among its %s, of which %,d differ",
              BoundsCheck.counted(parts.size(), unit),
              different),
          type,
          BoundsCheck.quantity(least, Integer.MAX_VALUE, unit));
    }
  }

  private static String listed(List<String> names) {
    return names.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))
        + (names.size() > MOST_SHOWN ? ", ..." : "");
  }
}
