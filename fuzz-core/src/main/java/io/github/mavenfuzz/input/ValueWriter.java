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
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;

/** Builds the JSON text of an input, value by value. */
final class ValueWriter implements ValueType.Visitor<Void> {
  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder json = new StringBuilder();

  /** The value that the next call of a method writes. */
  private Object value;

  ValueWriter raw(String text) {
    json.append(text);
    return this;
  }

  /**
   * @param next of the type, in plain form
   */
  void value(ValueType type, Object next) {
    value = next;
    type.accept(this);
  }

  @Override
  public Void leaf(LeafType type) {
    switch (type.kind()) {
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA -> bytes((byte[]) value);
      case STRING, CHAR -> string(value.toString());
      case FLOAT -> real((Float) value);
      case DOUBLE -> real((Double) value);
      default -> json.append(value);
    }
    return null;
  }

  @Override
  public Void choice(ChoiceType type) {
    return leaf(type.of());
  }

  @Override
  public Void enumeration(EnumType type) {
    string((String) value);
    return null;
  }

  @Override
  public Void jdk(JdkType type) {
    String text = JdkText.write(type.of(), value);
    if (JdkText.isNumber(type.of())) {
      json.append(text);
    } else {
      string(text);
    }
    return null;
  }

  @Override
  public Void nullable(NullableType type) {
    if (value == null) {
      json.append("null");
    } else {
      type.of().accept(this);
    }
    return null;
  }

  @Override
  public Void sequence(SequenceType type) {
    elements((List<?>) value, i -> type.element());
    return null;
  }

  @Override
  public Void map(MapType type) {
    List<?> entries = (List<?>) value;
    for (int i = 0; i < entries.size(); i++) {
      json.append(i == 0 ? "[" : ", ");
      elements((List<?>) entries.get(i), part -> part == 0 ? type.key() : type.value());
    }
    json.append(entries.isEmpty() ? "[]" : "]");
    return null;
  }

  private void elements(List<?> values, IntFunction<ValueType> types) {
    json.append('[');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "" : ", ");
      value(types.apply(i), values.get(i));
    }
    json.append(']');
  }

  @Override
  public Void record(RecordType type) {
    List<?> values = (List<?>) value;
    json.append('{');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "" : ", ");
      string(type.components().get(i).name());
      json.append(": ");
      value(type.components().get(i).type(), values.get(i));
    }
    json.append('}');
    return null;
  }

  @Override
  public String toString() {
    return json.toString();
  }

  private void bytes(byte[] bytes) {
    json.append('"');
    for (byte b : bytes) {
      if (b == '"' || b == '\\') {
        json.append('\\').append((char) b);
      } else if (b >= ' ' && b < 0x7F) {
        json.append((char) b);
      } else {
        hexEscape((char) (b & 0xFF));
      }
    }
    json.append('"');
  }

  private void string(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      codePoint(c);
    }
    json.append('"');
  }

  private void codePoint(int c) {
    switch (c) {
      case '"', '\\' -> json.append('\\').append((char) c);
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> {
        if (isVisible(c)) {
          json.appendCodePoint(c);
        } else {
          Character.toString(c).chars().forEach(unit -> hexEscape((char) unit));
        }
      }
    }
  }

  /**
   * Whether a character can stand in a file as it is: not one that would be lost (a lone surrogate)
   * nor one that would change how the rest is shown (a control, a line break, a bidi override).
   */
  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private void hexEscape(char c) {
    json.append("\\u").append(HEX.toHexDigits(c));
  }

  private void real(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value) && bits != Float.floatToIntBits(Float.NaN)) {
      json.append("\"0x").append(HEX.toHexDigits(bits)).append('"');
    } else {
      real(Float.toString(value), Float.isFinite(value));
    }
  }

  private void real(double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (Double.isNaN(value) && bits != Double.doubleToLongBits(Double.NaN)) {
      json.append("\"0x").append(HEX.toHexDigits(bits)).append('"');
    } else {
      real(Double.toString(value), Double.isFinite(value));
    }
  }

  private void real(String text, boolean isFinite) {
    json.append(isFinite ? text : '"' + text + '"');
  }
}
