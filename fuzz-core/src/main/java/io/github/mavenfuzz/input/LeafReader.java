package io.github.mavenfuzz.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.ValueType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads values without parts from JSON, strictly as their type. */
final class LeafReader {
  private static final int LONGEST_SHOWN = 40;

  private final ValuePlace place;
  private final JsonParser parser;

  /**
   * @param parser stands on the value whenever a method is called
   */
  LeafReader(ValuePlace place, JsonParser parser) {
    this.place = place;
    this.parser = parser;
  }

  /** Reads a value of the Java type, whatever its bounds. */
  Object read(LeafType type) throws IOException, MalformedInputException {
    return switch (type.kind()) {
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA -> readBytes(type);
      case STRING -> readString(type);
      case BOOLEAN -> readBoolean(type);
      case BYTE -> (byte) readIntegral(type, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> (short) readIntegral(type, Short.MIN_VALUE, Short.MAX_VALUE);
      case CHAR -> readChar(type);
      case INT -> (int) readIntegral(type, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> readIntegral(type, Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT -> readFloat(type);
      case DOUBLE -> readDouble(type);
    };
  }

  String readString(ValueType type) throws IOException, MalformedInputException {
    expect(JsonToken.VALUE_STRING, type);
    return parser.getText();
  }

  /** Reads the digits of a number that has neither a fraction nor an exponent. */
  String readInteger(ValueType type) throws IOException, MalformedInputException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      throw place.malformed("is " + shown(), type, "");
    }
    expect(JsonToken.VALUE_NUMBER_INT, type);
    return parser.getText();
  }

  /** Reads the text of any number. */
  String readNumber(ValueType type) throws IOException, MalformedInputException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
      expect(JsonToken.VALUE_NUMBER_INT, type);
    }
    return parser.getText();
  }

  /**
   * @throws MalformedInputException when the value is of another JSON type
   */
  void expect(JsonToken expected, ValueType type) throws MalformedInputException {
    JsonToken token = parser.currentToken();
    if (token == expected) {
      return;
    }
    throw place.malformed(
        switch (token) {
          case VALUE_STRING -> "is a string";
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "is a number";
          case VALUE_TRUE, VALUE_FALSE -> "is a boolean";
          case VALUE_NULL -> "is null";
          case START_ARRAY -> "is an array";
          case END_ARRAY -> "is missing";
          default -> "is an object";
        },
        type,
        "");
  }

  /** The text of a string or a number, to be quoted in a sentence. */
  String shown() throws IOException {
    String text = parser.getText();
    return parser.currentToken() == JsonToken.VALUE_STRING ? quoted(text) : shortened(text);
  }

  /** The beginning of a text, in quotation marks. */
  static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }

  private byte[] readBytes(LeafType type) throws IOException, MalformedInputException {
    String text = readString(type);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        throw place.malformed(
            String.format(
                Locale.ROOT, "has the character U+%04X at index %d", (int) text.charAt(i), i),
            type,
            ", in which a character stands for one byte, U+0000 to U+00FF");
      }
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private boolean readBoolean(LeafType type) throws IOException, MalformedInputException {
    if (parser.currentToken() != JsonToken.VALUE_FALSE) {
      expect(JsonToken.VALUE_TRUE, type);
    }
    return parser.getBooleanValue();
  }

  private char readChar(LeafType type) throws IOException, MalformedInputException {
    String text = readString(type);
    if (text.length() != 1) {
      throw place.malformed(
          String.format(Locale.ROOT, "is a string of %,d UTF-16 units", text.length()), type, "");
    }
    return text.charAt(0);
  }

  private long readIntegral(LeafType type, long min, long max)
      throws IOException, MalformedInputException {
    try {
      long value = Long.parseLong(readInteger(type));
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // longer than a long
    }
    throw place.malformed("is " + shown(), type, " (" + min + " to " + max + ")");
  }

  private float readFloat(LeafType type) throws IOException, MalformedInputException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return switch (parser.getText()) {
        case "NaN" -> Float.NaN;
        case "Infinity" -> Float.POSITIVE_INFINITY;
        case "-Infinity" -> Float.NEGATIVE_INFINITY;
        default -> Float.intBitsToFloat((int) readBits(type, Float.BYTES));
      };
    }
    float value = Float.parseFloat(readNumber(type));
    if (Float.isInfinite(value)) {
      throw place.malformed("is " + shown(), type, " and holds no number as large");
    }
    return value;
  }

  private double readDouble(LeafType type) throws IOException, MalformedInputException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return switch (parser.getText()) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> Double.longBitsToDouble(readBits(type, Double.BYTES));
      };
    }
    double value = Double.parseDouble(readNumber(type));
    if (Double.isInfinite(value)) {
      throw place.malformed("is " + shown(), type, " and holds no number as large");
    }
    return value;
  }

  /**
   * @param size of the number in bytes
   */
  private long readBits(LeafType type, int size) throws IOException, MalformedInputException {
    String text = parser.getText();
    if (!text.matches("0x[0-9a-fA-F]{" + 2 * size + "}")) {
      throw place.malformed(
          "is a string",
          type,
          " (a number, \"NaN\", \"Infinity\", \"-Infinity\", or \"0x\" and its bits in "
              + 2 * size
              + " hexadecimal digits)");
    }
    return Long.parseUnsignedLong(text, 2, text.length(), 16);
  }
}
