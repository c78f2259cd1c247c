package io.github.mavenfuzz.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.mavenfuzz.type.LeafKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads one element of an input's JSON array, strictly as its parameter's type. */
final class ValueReader {
  private static final int LONGEST_NUMBER_SHOWN = 40;

  private final InputShape shape;
  private final int index;
  private final LeafKind type;
  private final JsonParser parser;

  /**
   * @param index of the parameter, from 0
   * @param parser stands on the element
   */
  ValueReader(InputShape shape, int index, JsonParser parser) {
    this.shape = shape;
    this.index = index;
    this.type = shape.kind(index);
    this.parser = parser;
  }

  Object read() throws IOException, MalformedInputException {
    return switch (type) {
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA -> readBytes();
      case STRING -> readString();
      case BOOLEAN -> readBoolean();
      case BYTE -> (byte) readIntegral(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> (short) readIntegral(Short.MIN_VALUE, Short.MAX_VALUE);
      case CHAR -> readChar();
      case INT -> (int) readIntegral(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> readIntegral(Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT -> readFloat();
      case DOUBLE -> readDouble();
    };
  }

  private byte[] readBytes() throws IOException, MalformedInputException {
    String text = readString();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        throw malformed(
            "has the character U+%04X at index %d".formatted((int) text.charAt(i), i),
            ", in which a character stands for one byte, U+0000 to U+00FF");
      }
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String readString() throws IOException, MalformedInputException {
    expect(JsonToken.VALUE_STRING);
    return parser.getText();
  }

  private boolean readBoolean() throws IOException, MalformedInputException {
    if (parser.currentToken() != JsonToken.VALUE_FALSE) {
      expect(JsonToken.VALUE_TRUE);
    }
    return parser.getBooleanValue();
  }

  private char readChar() throws IOException, MalformedInputException {
    String text = readString();
    if (text.length() != 1) {
      throw malformed("is a string of %,d UTF-16 units".formatted(text.length()), "");
    }
    return text.charAt(0);
  }

  private long readIntegral(long min, long max) throws IOException, MalformedInputException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      throw malformed("is " + shownNumber(), "");
    }
    expect(JsonToken.VALUE_NUMBER_INT);
    try {
      long value = Long.parseLong(parser.getText());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // longer than a long
    }
    throw malformed("is " + shownNumber(), " (" + min + " to " + max + ")");
  }

  private float readFloat() throws IOException, MalformedInputException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return switch (parser.getText()) {
        case "NaN" -> Float.NaN;
        case "Infinity" -> Float.POSITIVE_INFINITY;
        case "-Infinity" -> Float.NEGATIVE_INFINITY;
        default -> Float.intBitsToFloat((int) readBits(Float.BYTES));
      };
    }
    float value = Float.parseFloat(readNumber());
    if (Float.isInfinite(value)) {
      throw malformed("is " + shownNumber(), " and holds no number as large");
    }
    return value;
  }

  private double readDouble() throws IOException, MalformedInputException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return switch (parser.getText()) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> Double.longBitsToDouble(readBits(Double.BYTES));
      };
    }
    double value = Double.parseDouble(readNumber());
    if (Double.isInfinite(value)) {
      throw malformed("is " + shownNumber(), " and holds no number as large");
    }
    return value;
  }

  private String readNumber() throws IOException, MalformedInputException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
      expect(JsonToken.VALUE_NUMBER_INT);
    }
    return parser.getText();
  }

  /**
   * @param size of the number in bytes
   */
  private long readBits(int size) throws IOException, MalformedInputException {
    String text = parser.getText();
    if (!text.matches("0x[0-9a-fA-F]{" + 2 * size + "}")) {
      throw malformed(
          "is a string",
          " (a number, \"NaN\", \"Infinity\", \"-Infinity\", or \"0x\" and its bits in "
              + 2 * size
              + " hexadecimal digits)");
    }
    return Long.parseUnsignedLong(text, 2, text.length(), 16);
  }

  private void expect(JsonToken expected) throws MalformedInputException {
    JsonToken token = parser.currentToken();
    if (token == expected) {
      return;
    }
    throw malformed(
        switch (token) {
          case VALUE_STRING -> "is a string";
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "is a number";
          case VALUE_TRUE, VALUE_FALSE -> "is a boolean";
          case VALUE_NULL -> "is null";
          case START_ARRAY -> "is an array";
          default -> "is an object";
        },
        "");
  }

  private String shownNumber() throws IOException {
    String text = parser.getText();
    return text.length() <= LONGEST_NUMBER_SHOWN
        ? text
        : text.substring(0, LONGEST_NUMBER_SHOWN) + "...";
  }

  private MalformedInputException malformed(String found, String hint) {
    return new MalformedInputException(
        "value %d of %d %s, but parameter %d is %s %s%s"
            .formatted(
                index + 1,
                shape.size(),
                found,
                index + 1,
                type == LeafKind.INT ? "an" : "a",
                type.javaName(),
                hint));
  }
}
