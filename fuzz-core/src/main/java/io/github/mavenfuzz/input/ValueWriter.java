package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.LeafKind;
import java.util.HexFormat;

/** Builds the JSON text of an input, value by value. */
final class ValueWriter {
  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder json = new StringBuilder();

  ValueWriter raw(String text) {
    json.append(text);
    return this;
  }

  /**
   * @param value of the type, boxed
   */
  void value(LeafKind type, Object value) {
    switch (type) {
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA -> bytes((byte[]) value);
      case STRING, CHAR -> string(value.toString());
      case FLOAT -> real((Float) value);
      case DOUBLE -> real((Double) value);
      default -> json.append(value);
    }
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
